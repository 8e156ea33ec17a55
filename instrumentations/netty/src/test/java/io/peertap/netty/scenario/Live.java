package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Scenario 18: an echo application that goes on until told to stop, for attaching to what already
 * runs. One object is one application; it is told what to {@code do}: {@code start} (with {@code
 * clients}, {@code transport}), {@code send} (with {@code bytes}: each client sends and gets them
 * back), {@code connect} (one client more), {@code close} (the oldest client), {@code tell},
 * {@code stop}. Every answer is the truth since the start.
 */
public final class Live implements Function<Map<String, Object>, Map<String, Object>> {

  private static final int NEVER_MILLIS = 600_000;

  private final List<End> clients = new ArrayList<>();
  private final List<End> accepted = new ArrayList<>();
  private final List<End> all = new ArrayList<>();
  private final List<End> allAccepted = new ArrayList<>();
  private Stage stage;
  private Server server;
  private int serverPort;
  private ChannelFuture pending;

  @Override
  public Map<String, Object> apply(Map<String, Object> command) {
    try {
      obey(String.valueOf(command.get("do")), command);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return told();
  }

  private void obey(String what, Map<String, Object> command) throws IOException {
    switch (what) {
      case "start" -> start(command);
      case "send" -> send(new Stage(command).number("bytes", 1000));
      case "connect" -> connect();
      case "close" -> close();
      case "stop" -> stop();
      case "tell" -> {}
      default -> throw new IllegalArgumentException(what);
    }
  }

  private void start(Map<String, Object> command) throws IOException {
    stage = new Stage(command);
    server = Server.tcp(stage);
    serverPort = server.port();
    for (int i = 0; i < stage.number("clients", 3); i++) {
      connect();
    }
    FullBacklog full = stage.closing(new FullBacklog());
    End end = new End(false);
    pending = new Dialer(stage)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, NEVER_MILLIS)
        .dial(full.address(), end);
    end.awaitConnecting();
    stage.truth().set("pendingPort", full.address().getPort());
  }

  private void connect() {
    End client = new Dialer(stage).connect(Server.on(serverPort));
    End peer = server.accept();
    clients.add(client);
    accepted.add(peer);
    all.add(client);
    allAccepted.add(peer);
  }

  private void send(int bytes) {
    for (int i = 0; i < clients.size(); i++) {
      End client = clients.get(i);
      long expected = client.received() + bytes;
      Waits.succeeded("write", client.send(bytes));
      client.awaitReceived(expected);
      accepted.get(i).awaitSent(expected);
    }
  }

  private void close() {
    End client = clients.remove(0);
    End peer = accepted.remove(0);
    client.close();
    Waits.closed(peer.channel());
  }

  private void stop() {
    if (!pending.cancel(true)) {
      Waits.done("close", pending.channel().close());
    }
    Waits.closed(pending.channel());
    while (!clients.isEmpty()) {
      close();
    }
    server.close();
    stage.close();
  }

  private Map<String, Object> told() {
    Truth truth = stage.truth();
    truth.set("serverPort", serverPort);
    truth.set("clientPorts", accepted.stream().map(End::remotePort).toList());
    truth.set("open", (long) clients.size());
    truth.set("connecting", pending.isDone() ? 0L : 1L);
    truth.set("outbound", (long) all.size());
    truth.set("inbound", (long) allAccepted.size());
    truth.set("clientSent", all.stream().mapToLong(End::sent).sum());
    truth.set("clientReceived", all.stream().mapToLong(End::received).sum());
    truth.set("serverSent", allAccepted.stream().mapToLong(End::sent).sum());
    truth.set("serverReceived", allAccepted.stream().mapToLong(End::received).sum());
    return truth.told();
  }
}
