package io.peertap.tron;

import net.bytebuddy.asm.Advice;
import org.tron.p2p.discover.Node;
import org.tron.p2p.discover.message.Message;
import org.tron.p2p.discover.message.kad.NeighborsMessage;
import org.tron.p2p.discover.protocol.kad.KadService;
import org.tron.p2p.discover.protocol.kad.NodeHandler;

/** What Kademlia does with one node. */
final class NodeAdvice {

  private NodeAdvice() {}

  /** A packet goes out. */
  public static final class Send {
    private Send() {}

    /** Before it is encoded. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void send(
        @Advice.FieldValue("node") Node node,
        @Advice.FieldValue("kadService") KadService service,
        @Advice.Argument(0) Message message) {
      Kademlia.sent(service, node, message);
    }
  }

  /** A ping goes out. */
  public static final class Ping {
    private Ping() {}

    /** Before it is sent. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ping(@Advice.This NodeHandler handler) {
      KademliaPings.pinging(handler);
    }
  }

  /** A ping came. */
  public static final class Pinged {
    private Pinged() {}

    /** The node told its id. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void pinged(
        @Advice.FieldValue("node") Node node, @Advice.Argument(0) Message message) {
      Kademlia.received(node, message);
      Seeds.found(node);
    }
  }

  /** The answer to a ping came, or something like it. */
  public static final class Pong {
    private Pong() {}

    /** The node told its id. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void pong(
        @Advice.This NodeHandler handler,
        @Advice.FieldValue("node") Node node,
        @Advice.FieldValue("waitForPong") boolean waiting,
        @Advice.Argument(0) Message message) {
      Kademlia.received(node, message);
      if (waiting) {
        Seeds.found(node);
        KademliaPings.answered(handler, node);
      }
    }
  }

  /** No answer to a ping came in time. */
  public static final class TimedOut {
    private TimedOut() {}

    /** Before the next one is sent. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void timedOut(
        @Advice.This NodeHandler handler, @Advice.FieldValue("node") Node node) {
      KademliaPings.timedOut(handler, node);
    }
  }

  /** A request for nodes came. */
  public static final class FindNode {
    private FindNode() {}

    /** Before it is answered. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void findNode(
        @Advice.FieldValue("node") Node node, @Advice.Argument(0) Message message) {
      Kademlia.received(node, message);
    }
  }

  /** An answer with nodes came. */
  public static final class Neighbours {
    private Neighbours() {}

    /** One that nobody asked for is ignored by the library. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void neighbours(
        @Advice.FieldValue("node") Node node,
        @Advice.FieldValue("kadService") KadService service,
        @Advice.FieldValue("waitForNeighbors") boolean waiting,
        @Advice.Argument(0) NeighborsMessage message) {
      Kademlia.received(node, message);
      if (waiting) {
        Kademlia.answered(service, message);
      }
    }
  }
}
