package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Exchange;
import io.peertap.api.Http;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what is told of requests, a line each once they are over. */
final class ToldRequests implements Http {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public Exchange begin(String method, String target) {
    return new Told(method + " " + target);
  }

  private final class Told implements Exchange {
    private final String request;
    private int code;
    private long sent;
    private boolean over;

    Told(String request) {
      this.request = request;
    }

    @Override
    public void received(long bytes) {
      throw new AssertionError("bodies are not read");
    }

    @Override
    public void receivedAll() {}

    @Override
    public void answered(int status) {
      code = status;
    }

    @Override
    public void served(boolean isRoute) {
      assertThat(isRoute).isEqualTo(!request.endsWith(" null"));
    }

    @Override
    public void sent(long bytes) {
      sent += bytes;
    }

    @Override
    public void sentAll() {
      if (!over) {
        over = true;
        lines.add(request + " " + code + " " + sent);
      }
    }

    @Override
    public void aborted() {
      throw new AssertionError("every answer ends");
    }
  }
}
