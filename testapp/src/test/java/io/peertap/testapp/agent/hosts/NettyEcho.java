package io.peertap.testapp.agent.hosts;

import io.netty.channel.ChannelFuture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A Netty server and its clients in one JVM. What it prints is the same in every run; the counts in
 * it are made by its own handlers.
 *
 * <p>Takes commands, one per line: {@code talk} (every client sends and hears), {@code connect} (one
 * client more), {@code hang} (a dial that stays pending) and {@code end}.
 */
public final class NettyEcho {

  /** What it ends with. */
  public static final int EXIT = 7;

  private static final int CLIENTS = 3;

  private final Counts counts = new Counts();
  private final List<EchoClient> clients = new ArrayList<>();
  private final List<FullBacklog> silent = new ArrayList<>();
  private final EchoServer server;

  private NettyEcho() throws InterruptedException {
    server = new EchoServer(counts);
  }

  /** Connects, talks once, then does as it is told. */
  public static void main(String[] args) throws Exception {
    NettyEcho echo = new NettyEcho();
    for (int i = 0; i < CLIENTS; i++) {
      echo.connect();
    }
    EchoClient.dialNobody();
    echo.talk();
    echo.listen();
    echo.close();
    System.exit(EXIT);
  }

  private void listen() throws Exception {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); !isEnd(line); line = commands.readLine()) {
      obey(line);
    }
  }

  private static boolean isEnd(String line) {
    return line == null || line.equals("end");
  }

  private void obey(String command) throws Exception {
    switch (command) {
      case "talk" -> talk();
      case "connect" -> connect();
      case "hang" -> hang();
      default -> throw new IOException("there is no command " + command);
    }
  }

  private void connect() throws InterruptedException {
    EchoClient client = new EchoClient(clients.size() + 1, server.address(), counts);
    clients.add(client);
    System.out.println("client " + clients.size() + " connected");
  }

  private void talk() throws Exception {
    for (EchoClient client : clients) {
      System.out.println(client.talk());
    }
    server.settle();
    System.out.println(counts);
  }

  private void hang() throws IOException {
    FullBacklog backlog = FullBacklog.create();
    silent.add(backlog);
    ChannelFuture dial = EchoClient.dialForever(backlog.address());
    System.out.println("dial pending: " + !dial.isDone());
  }

  private void close() throws InterruptedException {
    for (EchoClient client : clients) {
      client.close();
    }
    server.close();
    System.out.println("closed");
  }
}
