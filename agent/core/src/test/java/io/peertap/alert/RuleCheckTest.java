package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.OperationFamilies;
import org.junit.jupiter.api.Test;

/** What the vocabulary lacks is told with what it has. */
class RuleCheckTest {

  private static final Selector ATTEMPTS = Selector.all(ConnectionFamilies.ATTEMPTS);

  @Test
  void aLabelThatTheFamilyLacks() {
    assertThat(RuleCheck.problems(Expression.now(ATTEMPTS.where("result", "failed")), false))
        .containsExactly("peertap_connection_attempts_total has no label result;"
            + " there are direction, transport, outcome");
  }

  @Test
  void aValueThatTheLabelNeverHas() {
    assertThat(
            RuleCheck.problems(Expression.now(ATTEMPTS.like("outcome", "failure|failed")), false))
        .containsExactly("label outcome of peertap_connection_attempts_total is never \"failed\";"
            + " there are success, failure, timeout, cancelled");
  }

  @Test
  void anOpenLabelTakesTheUsersWords_andOursOnlyOurs() {
    Expression own =
        Expression.now(Selector.all(OperationFamilies.STARTED).where("operation", "settlement"));

    assertThat(RuleCheck.problems(own, false)).isEmpty();
    assertThat(RuleCheck.problems(own, true)).singleElement().asString().contains("wallet_action");
  }

  @Test
  void anAggregationThatKeepsALabelThatIsNotThere() {
    assertThat(RuleCheck.problems(Expression.sum(Expression.now(ATTEMPTS), "peer"), false))
        .containsExactly("nothing in peertap_connection_attempts_total has a label peer;"
            + " there are direction, transport, outcome");
  }
}
