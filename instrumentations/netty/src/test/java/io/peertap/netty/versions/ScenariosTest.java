package io.peertap.netty.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Without any agent, what a scenario tells agrees with itself, on each kind of Netty. */
class ScenariosTest {

  private static final List<NettyLoader> OPEN = new ArrayList<>();
  private static final Set<String> SLOW =
      Set.of("TlsTimeout", "ConnectTimeout", "Backpressure", "ClosePending", "Churn", "Live");

  private final Map<String, Check> checks = new LinkedHashMap<>();

  ScenariosTest() {
    checks.put("TcpEcho", ScenariosTest::echo);
    checks.put("PlainServerEcho", ScenariosTest::plainServerEcho);
    checks.put("PlainClientEcho", ScenariosTest::plainClientEcho);
    checks.put("TlsEcho", ScenariosTest::tlsEcho);
    checks.put("TlsUntrusted", ScenariosTest::tlsUntrusted);
    checks.put("TlsTimeout", ScenariosTest::tlsTimeout);
    checks.put("UdpEcho", ScenariosTest::udpEcho);
    checks.put("Refused", run -> failedDial(run, "ConnectException"));
    checks.put("ConnectTimeout", run -> failedDial(run, "ConnectTimeoutException"));
    checks.put("DnsFailure", run -> failedDial(run, "UnknownHostException"));
    checks.put("ResetOnRead", ScenariosTest::resetOnRead);
    checks.put("ResetOnWrite", ScenariosTest::resetOnWrite);
    checks.put("CancelledDial", ScenariosTest::cancelledDial);
    checks.put("HalfClose", ScenariosTest::halfClose);
    checks.put("Backpressure", ScenariosTest::backpressure);
    checks.put("ClosePending", ScenariosTest::closePending);
    checks.put("NotConnections", ScenariosTest::notConnections);
    checks.put("Churn", ScenariosTest::churn);
    checks.put("Live", ScenariosTest::live);
  }

  @TestFactory
  Stream<DynamicNode> everyScenario() {
    NettyLoader netty = opened(NettyVersions.open(NettyVersions.COMPILED));
    return Stream.of(container(netty, NettyVersions.COMPILED, "nio", false));
  }

  @TestFactory
  Stream<DynamicNode> quickScenarios() {
    NettyLoader native4 = opened(NettyVersions.open(NettyVersions.NATIVE_4_2));
    return Stream.of(
        quick(NettyVersions.OLDEST, "nio"),
        quick(NettyVersions.COMPILED, "epoll"),
        quick(NettyVersions.LATEST_4_1, "nio"),
        container(native4, NettyVersions.NATIVE_4_2, "epoll", true),
        container(native4, NettyVersions.NATIVE_4_2, "io_uring", true),
        quick(NettyVersions.LATEST_4_2, "nio"),
        quick(NettyVersions.GRPC, "nio"),
        quick(NettyVersions.RATIS, "epoll"),
        container(opened(NettyVersions.openRelocated()), "random prefix", "nio", true));
  }

  @AfterAll
  static void close() throws IOException {
    for (NettyLoader netty : OPEN) {
      netty.close();
    }
  }

  private static NettyLoader opened(NettyLoader netty) {
    OPEN.add(netty);
    return netty;
  }

  private DynamicNode quick(String id, String transport) {
    return container(opened(NettyVersions.open(id)), id, transport, true);
  }

  private DynamicNode container(NettyLoader netty, String id, String transport, boolean quick) {
    Map<String, Check> chosen = new LinkedHashMap<>(checks);
    if (quick) {
      chosen.keySet().removeAll(SLOW);
    }
    if (!id.equals(NettyVersions.OLDEST)) {
      chosen.put("Http2Streams", ScenariosTest::http2Streams);
    }
    if (!transport.equals("nio")) {
      chosen.put("DomainSocketEcho", ScenariosTest::echo);
    }
    return dynamicContainer(
        id + " " + transport,
        chosen.entrySet().stream()
            .map(entry -> dynamicTest(
                entry.getKey(),
                () -> entry.getValue().check(new ScenarioRun(netty, entry.getKey(), transport)))));
  }

  private static void echo(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("clients", 4, "sizes", "1,3000,70000"));
    long bytes = 4 * 73001;
    assertThat(told.counts("outbound", "inbound")).containsOnly(4L);
    assertThat(told.counts("closedByClient", "closedByServer")).containsOnly(2L);
    assertThat(told.counts("clientSent", "serverReceived", "serverSent", "clientReceived"))
        .containsOnly(bytes);
    assertThat(told.whileOpen().count("clientReceived")).isEqualTo(bytes);
  }

  private static void plainServerEcho(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("servers", 3));
    assertThat(told.ports("sentTo")).hasSize(3).isEqualTo(told.ports("receivedFrom"));
    assertThat(told.counts("nettySent", "nettyReceived")).containsOnly(12003L);
    assertThat(told.sum("sentTo")).isEqualTo(12003);
    assertThat(told.counts("closedByNetty", "closedByPeer")).containsOnly(3L);
  }

  private static void plainClientEcho(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("clients", 6));
    assertThat(told.ports("sentTo")).hasSize(6).isEqualTo(told.ports("receivedFrom"));
    assertThat(told.counts("nettySent", "nettyReceived")).containsOnly(21000L);
    assertThat(told.sum("sentTo")).isEqualTo(21000);
    assertThat(told.counts("closedByNetty", "closedByPeer")).containsOnly(3L);
  }

  private static void tlsEcho(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("clients", 2, "bytes", 20000));
    assertThat(told.counts("clientHandshakes", "serverHandshakes")).containsOnly(2L);
    assertThat(told.counts("plainToServer", "plainToClient")).containsOnly(40000L);
    assertThat(told.count("wireToServerWhileOpen")).isGreaterThan(40000);
    assertThat(told.count("wireSentByClients"))
        .isGreaterThanOrEqualTo(told.count("wireToServerWhileOpen"));
  }

  private static void tlsUntrusted(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("attempts", 2));
    assertThat(told.counts("clientFailed", "serverFailed")).containsOnly(2L);
  }

  private static void tlsTimeout(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of());
    assertThat(told.count("clientFailed")).isEqualTo(1);
    assertThat(told.count("wireSentByClient")).isPositive();
  }

  private static void udpEcho(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of());
    assertThat(told.ports("sentTo")).hasSize(3).isEqualTo(told.ports("receivedFrom"));
    assertThat(told.ports("packetsSentTo")).isEqualTo(told.ports("packetsReceivedFrom"));
    assertThat(told.counts("plainReceived", "plainSent"))
        .containsOnly(told.ports("sentTo").get((Integer) told.fact("plainPort")));
  }

  private static void failedDial(ScenarioRun run, String cause) {
    ScenarioRun.Told told = run.play(Map.of("attempts", 2));
    assertThat(told.counts("attempts", "failed")).containsOnly(2L);
    assertThat(told.fact("cause")).asString().endsWith(cause);
  }

  private static void resetOnRead(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("bytes", 10));
    assertThat(told.count("sent")).isEqualTo(10);
    assertThat(told.count("exceptionsCaught")).isEqualTo(1);
  }

  private static void resetOnWrite(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("bytes", 10));
    assertThat(told.whileOpen().count("sent")).isEqualTo(10);
    assertThat(told.count("writesFailed")).isEqualTo(1);
    assertThat(told.count("exceptionsCaught"))
        .isEqualTo(told.fact("transport").equals("nio") ? 0 : 1);
  }

  private static void cancelledDial(ScenarioRun run) {
    ScenarioRun.Told queued = run.play(Map.of("when", "queued"));
    assertThat(queued.counts("attempts", "cancelled")).containsOnly(1L);
    ScenarioRun.Told connecting = run.play(Map.of("when", "connecting"));
    assertThat(connecting.count("cancelled") + connecting.count("closedInstead"))
        .isEqualTo(1);
    assertThat(connecting.whileOpen().fact("port")).isEqualTo(connecting.fact("port"));
  }

  private static void halfClose(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("bytes", 1000, "bytesAfter", 3000)).whileOpen();
    assertThat(told.counts("clientSent", "serverReceived")).containsOnly(1000L);
    assertThat(told.counts("serverSent", "clientReceived")).containsOnly(4000L);
  }

  private static void backpressure(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of());
    ScenarioRun.Told open = told.whileOpen();
    assertThat(open.fact("writable")).isEqualTo(false);
    assertThat(open.count("pendingMessages")).isPositive();
    assertThat(open.count("pendingBytes")).isPositive();
    assertThat(open.count("pendingBytes")).isLessThanOrEqualTo(open.count("pendingBytesAtMost"));
    assertThat(told.counts("sent", "receivedByPeer")).containsOnly(told.count("written"));
  }

  private static void closePending(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of());
    assertThat(told.count("writesFailed")).isEqualTo(told.count("pendingMessages"));
    assertThat(told.count("sent") + told.count("bytesFailed")).isEqualTo(told.count("written"));
    assertThat(told.count("receivedByPeer"))
        .isEqualTo(told.count("written") - told.count("pendingBytes"));
  }

  private static void notConnections(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of());
    assertThat(told.counts("outbound", "inbound", "sent", "received")).containsOnly(0L);
    assertThat(told.counts("embeddedBytes", "localBytes")).containsOnly(1000L);
  }

  private static void churn(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("connections", 2000, "addresses", 300));
    assertThat(told.counts("inbound", "closedByPeer")).containsOnly(2000L);
    assertThat(told.counts("received", "sent", "serverReceived", "serverSent"))
        .containsOnly(2000L * 16);
  }

  private static void live(ScenarioRun run) {
    assertThat(run.tell("start").counts("open", "outbound", "inbound")).containsOnly(3L);
    assertThat(run.tell("send").counts("clientSent", "clientReceived", "serverSent"))
        .containsOnly(3000L);
    assertThat(run.tell("close").count("open")).isEqualTo(2);
    assertThat(run.tell("connect").counts("open", "connecting")).containsExactly(3L, 1L);
    assertThat(run.tell("stop").counts("open", "connecting")).containsOnly(0L);
  }

  private static void http2Streams(ScenarioRun run) {
    ScenarioRun.Told told = run.play(Map.of("streams", 5, "bytes", 3000));
    assertThat(told.counts("outboundStreams", "inboundStreams")).containsOnly(5L);
    assertThat(told.counts("clientSent", "serverReceived", "serverSent", "clientReceived"))
        .containsOnly(15010L);
    assertThat(told.count("wireToServerWhileOpen")).isGreaterThan(15010);
  }

  /** Plays a scenario and checks what it told. */
  private interface Check {
    void check(ScenarioRun run);
  }
}
