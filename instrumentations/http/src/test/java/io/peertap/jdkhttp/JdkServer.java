package io.peertap.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Echoes, chunked or not; answers nothing, fails, or finds nothing. */
final class JdkServer implements AutoCloseable {

  final AtomicInteger handled = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService handlers = Executors.newFixedThreadPool(2);
  private final HttpServer server;

  JdkServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/echo", exchange -> echo(exchange, false));
    server.createContext("/chunks", exchange -> echo(exchange, true));
    server.createContext("/empty", exchange -> answer(exchange, 204));
    server.createContext("/nothing", exchange -> answer(exchange, 404));
    server.createContext("/broken", exchange -> {
      handled.incrementAndGet();
      throw new IOException("broken");
    });
    server.start();
  }

  HttpResponse<byte[]> ask(String method, String path, int bytes) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri)
        .method(method, BodyPublishers.ofByteArray(new byte[bytes]))
        .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private void echo(HttpExchange exchange, boolean isChunked) throws IOException {
    handled.incrementAndGet();
    int first = exchange.getRequestBody().read();
    byte[] rest = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, isChunked ? 0 : rest.length + 1);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(first);
      body.write(rest);
    }
  }

  private void answer(HttpExchange exchange, int code) throws IOException {
    handled.incrementAndGet();
    exchange.sendResponseHeaders(code, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
  }
}
