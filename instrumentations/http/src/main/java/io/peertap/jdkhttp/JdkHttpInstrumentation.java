package io.peertap.jdkhttp;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** {@code com.sun.net.httpserver}: classes of the JDK, hooked only if an option says so. */
public final class JdkHttpInstrumentation implements Instrumentation {

  private static final String SERVER = "sun.net.httpserver.";
  private static final String EXCHANGE = SERVER + "ExchangeImpl";
  private static final String INPUT = SERVER + "LeftOverInputStream";
  private static final String ADVICE = "io.peertap.jdkhttp.";

  @Override
  public String name() {
    return "jdk.httpserver";
  }

  @Override
  public String root() {
    return SERVER;
  }

  @Override
  public String gives() {
    return "HTTP requests that the JDK's HttpServer answers: codes, times, sizes";
  }

  @Override
  public String versions() {
    return "JDK 17, 25";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(EXCHANGE).method(5, "<init>").advice(ADVICE + "ExchangeAdvice$Begin"),
        Hook.on(EXCHANGE)
            .method(0, "getRequestBody")
            .needs("connection")
            .advice(ADVICE + "ExchangeAdvice$Read"),
        Hook.on(EXCHANGE)
            .method(2, "sendResponseHeaders")
            .needs("connection", "sentHeaders")
            .advice(ADVICE + "ExchangeAdvice$Answer"),
        Hook.on(SERVER + "WriteFinishedEvent") // JDK 17.
            .method(1, "<init>")
            .advice(ADVICE + "ExchangeAdvice$End"),
        Hook.on(SERVER + "Event$WriteFinished")
            .method(1, "<init>")
            .advice(ADVICE + "ExchangeAdvice$End"),
        Hook.on(SERVER + "ServerImpl$Exchange")
            .method(3, "reject")
            .advice(ADVICE + "ExchangeAdvice$Reject"),
        Hook.on(SERVER + "HttpConnection")
            .method(0, "close")
            .advice(ADVICE + "ExchangeAdvice$Close"),
        Hook.on(INPUT).method(0, "read").needs("t").advice(ADVICE + "BodyAdvice$ReadByte"),
        Hook.on(INPUT).method(3, "read").needs("t").advice(ADVICE + "BodyAdvice$Read"),
        write("Fixed", 1),
        write("Fixed", 3),
        write("Chunked", 1),
        write("Chunked", 3),
        write("Undef", 1),
        write("Undef", 3));
  }

  private static Hook write(String kind, int arguments) {
    String stream = kind.equals("Chunked") ? "OutputStream" : "LengthOutputStream";
    return Hook.on(SERVER + kind + stream)
        .method(arguments, "write")
        .needs("t")
        .advice(ADVICE + (arguments == 1 ? "BodyAdvice$WriteByte" : "BodyAdvice$Write"));
  }
}
