package io.peertap.operations.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.operations.text.Refused;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class ExpressionTest {

  private final List<String> problems = new ArrayList<>();

  /** What a group is. */
  @SuppressWarnings("unused") // Read by name.
  static class Base {
    private final int number = 7;
    static final int SHARED = 8;
  }

  /** A group with all kinds of members. */
  @SuppressWarnings("unused") // Read by name.
  static final class Group extends Base {
    private final List<String> members = List.of("a", "b", "c");
    private final byte[] key = new byte[32];
    private final Map<String, String> byName = Map.of("a", "b");
    private final TimeUnit unit = TimeUnit.DAYS;
    private final Group next;
    private final Object length = 9L;

    Group(Group next) {
      this.next = next;
    }

    private int weight() {
      return 42;
    }

    int fails() {
      throw new IllegalStateException();
    }
  }

  /** A list of the application's own, whose size runs its code. */
  static final class Own extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      throw new AssertionError("called");
    }
  }

  private Object value(String text, boolean getters, Object start) throws Refused {
    return Expression.parse(text, new Access(getters, problems::add)).value(start);
  }

  private Object value(String text, Object start) throws Refused {
    return value(text, false, start);
  }

  @Test
  void sources() throws Refused {
    Access access = new Access(false, problems::add);
    assertThat(Expression.parse("this", access).source()).isEqualTo(Expression.THIS);
    assertThat(Expression.parse("arg0", access).source()).isZero();
    assertThat(Expression.parse("arg12.x", access).source()).isEqualTo(12);
    assertThat(Expression.parse("result.size()", access).source()).isEqualTo(Expression.RESULT);
  }

  @Test
  void fields_ofAnyVisibilityAndOfClassesAbove() throws Refused {
    Group group = new Group(new Group(null));
    assertThat(value("arg0.number", group)).isEqualTo(7);
    assertThat(value("arg0.next.number", group)).isEqualTo(7);
    assertThat(value("arg0.unit", group)).isEqualTo(TimeUnit.DAYS);
    assertThat(value("arg0.length", group)).isEqualTo(9L);
  }

  @Test
  void nothingThere_isNoValue() throws Refused {
    Group group = new Group(null);
    assertThat(value("arg0.next", group)).isNull();
    assertThat(value("arg0.next.number", group)).isNull();
    assertThat(value("arg0.nowhere", group)).isNull();
    assertThat(value("arg0.SHARED", group)).isNull();
    assertThat(value("arg0.key.size()", group)).isNull();
    assertThat(value("arg0.number", null)).isNull();
    assertThat(value("arg0.number", "text")).isNull();
    assertThat(problems).isEmpty();
  }

  @Test
  void sizeAndLength() throws Refused {
    Group group = new Group(null);
    assertThat(value("arg0.members.size()", group)).isEqualTo(3);
    assertThat(value("arg0.byName.size()", group)).isEqualTo(1);
    assertThat(value("arg0.key.length", group)).isEqualTo(32);
    assertThat(value("arg0.length", new long[5])).isEqualTo(5);
    assertThat(value("arg0.size()", new LinkedBlockingQueue<>(List.of(1)))).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("JdkObsolete") // What old applications use.
  void size_neverRunsTheApplicationNorWaitsForIt() throws Refused {
    assertThat(value("arg0.size()", new Own())).isNull();
    assertThat(value("arg0.size()", new Vector<>(List.of(1)))).isNull();
    assertThat(value("arg0.size()", Collections.synchronizedList(new ArrayList<>())))
        .isNull();
    assertThat(value("arg0.size()", new Group(null))).isNull();
  }

  @Test
  void className() throws Refused {
    assertThat(value("arg0.class", new Group(null))).isEqualTo("Group");
    assertThat(value("arg0.class", "")).isEqualTo("String");
    assertThat(value("arg0.unit.class", new Group(null))).isEqualTo("TimeUnit");
  }

  @Test
  void getters_onlyWhenAllowed() throws Refused {
    assertThat(value("arg0.weight()", true, new Group(null))).isEqualTo(42);
    assertThat(value("arg0.fails()", true, new Group(null))).isNull();
    assertThat(value("arg0.nowhere()", true, new Group(null))).isNull();
    assertThatThrownBy(() -> value("arg0.weight()", new Group(null)))
        .isInstanceOf(Refused.class)
        .hasMessage("weight() runs the application's code;"
            + " name the field, or allow getters with unsafe.getters=on");
  }

  @Test
  void closedField_isToldOnceWithTheOptionThatOpensIt() throws Refused {
    Expression expression = Expression.parse("arg0.size", new Access(false, problems::add));
    assertThat(expression.value(new ArrayList<>())).isNull();
    assertThat(expression.value(new ArrayList<>())).isNull();
    assertThat(problems)
        .containsExactly(
            "field size of java.util.ArrayList is closed to the agent and gives no value;"
                + " it is opened by --add-opens java.base/java.util=ALL-UNNAMED");
  }

  @Test
  void referencesOfTheJdk_areWhatTheyHold() throws Refused {
    assertThat(value("arg0.number", new AtomicReference<>(new Group(null)))).isEqualTo(7);
    assertThat(value("arg0.number", Optional.of(new Group(null)))).isEqualTo(7);
    assertThat(value("arg0", Optional.empty())).isNull();
  }

  @Test
  void numbers() {
    LongAdder adder = new LongAdder();
    adder.add(5);
    assertThat(Values.number(3)).isEqualTo(3);
    assertThat(Values.number(2.5f)).isEqualTo(2.5);
    assertThat(Values.number(new AtomicInteger(4))).isEqualTo(4);
    assertThat(Values.number(adder)).isEqualTo(5);
    assertThat(Values.number(new BigDecimal("1.5"))).isEqualTo(1.5);
    assertThat(Values.number(true)).isEqualTo(1);
    assertThat(Values.number(Duration.ofMillis(1500))).isEqualTo(1.5);
    assertThat(Values.number("3")).isNaN();
    assertThat(Values.number(null)).isNaN();
    assertThat(Values.amount(-3)).isZero();
    assertThat(Values.amount(null)).isZero();
  }

  @Test
  void ownNumbersOfTheApplication_areNotAsked() {
    Number own = new Number() {
      private static final long serialVersionUID = 1;

      @Override
      public int intValue() {
        throw new AssertionError("called");
      }

      @Override
      public long longValue() {
        throw new AssertionError("called");
      }

      @Override
      public float floatValue() {
        throw new AssertionError("called");
      }

      @Override
      public double doubleValue() {
        throw new AssertionError("called");
      }
    };
    assertThat(Values.number(own)).isNaN();
  }

  @Test
  void peers() throws Exception {
    InetAddress six = InetAddress.getByAddress("named", new byte[16]);
    assertThat(Values.peer("node-7")).isEqualTo("node-7");
    assertThat(Values.peer(17L)).isEqualTo("17");
    assertThat(Values.peer(InetSocketAddress.createUnresolved("node.acme", 4001)))
        .isEqualTo("node.acme:4001");
    assertThat(Values.peer(new InetSocketAddress(six, 4001))).isEqualTo("[0:0:0:0:0:0:0:0]:4001");
    assertThat(Values.peer(new Object())).isNull();
    assertThat(Values.peer(null)).isNull();
  }

  @Test
  void labels_areConstantsClassNamesAndListedTexts() throws Refused {
    Access access = new Access(false, problems::add);
    Label open = new Label(Expression.parse("arg0", access), List.of());
    Label listed = new Label(Expression.parse("arg0", access), List.of("A", "DAYS"));
    Label named = new Label(Expression.parse("arg0.class", access), List.of());
    assertThat(open.of(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(open.of("secret")).isNull();
    assertThat(open.of(7)).isNull();
    assertThat(listed.of("A")).isEqualTo("A");
    assertThat(listed.of("secret")).isEqualTo("other");
    assertThat(listed.of(TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(listed.of(TimeUnit.HOURS)).isEqualTo("other");
    assertThat(listed.of(null)).isNull();
    assertThat(named.of(named.expression().value(new Group(null)))).isEqualTo("Group");
  }
}
