package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.peertap.api.rule.RuleTap;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** A tap that reads nothing costs no allocation. */
class TapAllocationTest {

  private static final String SOURCE = "package lean;"
      + " public class Adder implements java.util.function.LongUnaryOperator {"
      + "   public long applyAsLong(long n) { return add(n, 1.5, \"x\"); }"
      + "   static long add(long n, double d, String s) { return n + 1; } }";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void tapWithoutValues_allocatesNothing() throws Exception {
    Silent tap = new Silent();
    Compiled app = Compiled.source(17, SOURCE);
    SampleRules rules = SampleRules.of("lean.").on("add", tap).on("applyAsLong", tap);
    try (Weaver weaver = new Weaver(
            ByteBuddyAgent.install(), List.of(), rules, 3, new Said(new ArrayList<>()))
        .start()) {
      LongUnaryOperator adder =
          (LongUnaryOperator) app.loadClass("lean.Adder").getConstructor().newInstance();
      allocated(adder);
      allocated(adder);

      assertThat(allocated(adder)).isLessThan(1_000);
      assertThat(tap.ends).isEqualTo(3 * 2 * 20_000);
      assertThat(weaver.hooks().errors()).isZero();
    }
  }

  /** Bytes that twenty thousand calls allocate. */
  private long allocated(LongUnaryOperator adder) {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum = adder.applyAsLong(sum);
    }
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThat(sum).isEqualTo(20_000);
    return after - before;
  }

  /** Counts ends that come with its token. */
  private static final class Silent implements RuleTap {
    private int ends;

    @Override
    public int[] reads() {
      return new int[0];
    }

    @Override
    public boolean readsResult() {
      return false;
    }

    @Override
    public Object enter(Object[] values) {
      return this;
    }

    @Override
    public void returned(Object token, Object result) {
      ends += token == this ? 1 : 0;
    }

    @Override
    public void threw(Object token, Throwable failure) {
      ends = Integer.MIN_VALUE;
    }
  }
}
