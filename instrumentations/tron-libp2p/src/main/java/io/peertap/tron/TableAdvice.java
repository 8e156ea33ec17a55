package io.peertap.tron;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.tron.p2p.discover.Node;
import org.tron.p2p.discover.protocol.kad.KadService;

/** The table of known nodes. */
final class TableAdvice {

  private TableAdvice() {}

  /** The configured nodes are put into it. */
  public static final class Seeded {
    private Seeded() {}

    /** Before they are pinged. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void seeded(@Advice.FieldValue("bootNodes") List<Node> nodes) {
      Seeds.configured(nodes);
    }
  }

  /** Nobody needs it any more. */
  public static final class Closed {
    private Closed() {}

    /** Before its threads end. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closed(@Advice.This KadService service) {
      Rounds.closed(service);
    }
  }
}
