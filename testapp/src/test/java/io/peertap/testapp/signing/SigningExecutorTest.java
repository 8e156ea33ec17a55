package io.peertap.testapp.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.dkg.DkgFailedException;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.truth.OperationTruth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes make a key and sign with it, or do not. */
class SigningExecutorTest {

  private static final Roster ROSTER = new Roster(List.of("node-1", "node-2"), 2);
  private static final String MESSAGE = "pay";

  private final List<Party> parties = new ArrayList<>();

  @AfterEach
  void close() {
    parties.forEach(Party::close);
  }

  @Test
  void bothNodesHaveTheSameValidSignature() {
    List<Membership> keys = keys("", 1);

    CompletableFuture<Signature> first = sign(0, keys, 1);
    CompletableFuture<Signature> second = sign(1, keys, 1);

    assertThat(first.join()).isEqualTo(second.join());
    assertThat(keys.get(0).key()).isEqualTo(keys.get(1).key());
    assertThat(first
            .join()
            .verify(keys.get(0).key().publicKey(), MESSAGE.getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(count(parties.get(0).truth, "success")).isEqualTo(1);
    assertThat(count(parties.get(0).dkgTruth, "membersJoined")).isEqualTo(2);
  }

  @Test
  void silentMemberLetsItTimeOut() {
    List<Membership> keys = keys("silent-member", 1);

    CompletableFuture<Signature> first = sign(0, keys, 6);
    CompletableFuture<Signature> second = sign(1, keys, 6);

    assertThatThrownBy(first::join).hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(second::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(count(parties.get(0).truth, "timeout")).isEqualTo(1);
  }

  @Test
  void refusesSecondMessageMeanwhile() {
    List<Membership> keys = keys("", 1);
    SigningExecutor executor = parties.get(0).signer(keys.get(0));
    CompletableFuture<Signature> first = Party.start(() -> executor.sign(request(1)));
    await().until(() -> count(parties.get(0).truth, "active") == 1);

    assertThatThrownBy(() -> executor.sign(request(2)))
        .isInstanceOf(SigningBusyException.class)
        .hasMessageContaining(keys.get(0).id());

    assertThat(sign(1, keys, 1).join()).isEqualTo(first.join());
    assertThat(count(parties.get(0).truth, "rejectedBusy")).isEqualTo(1);
    assertThat(count(parties.get(0).truth, "started")).isEqualTo(1);
  }

  @Test
  void otherMessageIsNotSigned() {
    List<Membership> keys = keys("", 1);
    CompletableFuture<Signature> first = sign(0, keys, 1);
    SigningRequest other = new SigningRequest("signing/1", 1, "node-1", "pay more");

    assertThatThrownBy(() -> parties.get(1).signer(keys.get(1)).sign(other))
        .isInstanceOf(SigningFailedException.class);
    assertThatThrownBy(first::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(count(parties.get(1).truth, "failure")).isEqualTo(1);
  }

  @Test
  void invalidShareFailsTheKey() {
    open("invalid-share");
    List<CompletableFuture<Membership>> keys =
        parties.stream().map(party -> party.makeKey(1, ROSTER)).toList();

    for (CompletableFuture<Membership> key : keys) {
      assertThatThrownBy(key::join)
          .hasCauseInstanceOf(DkgFailedException.class)
          .hasMessageContaining("invalid shares from members [4]");
    }
    assertThat(count(parties.get(0).dkgTruth, "failure")).isEqualTo(1);
  }

  private List<Membership> keys(String faults, long number) {
    open(faults);
    List<CompletableFuture<Membership>> keys =
        parties.stream().map(party -> party.makeKey(number, ROSTER)).toList();
    return keys.stream().map(CompletableFuture::join).toList();
  }

  private void open(String faults) {
    for (String name : ROSTER.nodes()) {
      parties.add(new Party(name, FaultPlan.parse(faults), parties));
    }
    parties.forEach(party -> party.presence.onBlock(0));
  }

  private CompletableFuture<Signature> sign(int party, List<Membership> keys, long number) {
    SigningExecutor executor = parties.get(party).signer(keys.get(party));
    return Party.start(() -> executor.sign(request(number)));
  }

  private static SigningRequest request(long number) {
    return new SigningRequest("signing/" + number, number, "node-1", MESSAGE);
  }

  private static long count(OperationTruth truth, String name) {
    JsonObject counts = new Gson().toJsonTree(truth).getAsJsonObject();
    return counts.get(name).getAsLong();
  }
}
