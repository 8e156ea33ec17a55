package io.peertap.jdkhttp;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** The JDK's server keeps every instrumentation's promises. */
class JdkHttpContractTest extends InstrumentationContract {

  private static final int CHANGED = 21;

  @Override
  protected Instrumentation instrumentation() {
    return new JdkHttpInstrumentation();
  }

  @Override
  protected String options() {
    return "jdk.httpserver=on";
  }

  @Override
  protected List<String> transcript() throws Exception {
    List<String> transcript = new ArrayList<>();
    try (JdkServer server = new JdkServer()) {
      for (int i = 0; i < 5; i++) {
        for (String path : List.of("/echo", "/chunks", "/empty", "/nobody")) {
          var answer = server.ask("POST", path, 10);
          transcript.add(path + ' ' + answer.statusCode() + ' ' + answer.body().length);
        }
      }
    }
    return transcript;
  }

  /** The event has moved since JDK 17. */
  @Override
  protected List<String> unreachable() {
    return List.of(
        Runtime.version().feature() < CHANGED
            ? "WriteFinished#<init>/1"
            : "WriteFinishedEvent#<init>/1");
  }
}
