package io.peertap.nettyhttp;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** Netty's HTTP codecs keep every instrumentation's promises. */
class HttpContractTest extends InstrumentationContract {

  private static final String NO_BODY = "HTTP/1.1\r\nHost: a\r\n\r\n";

  @Override
  protected Instrumentation instrumentation() {
    return new HttpInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    List<String> transcript = new ArrayList<>();
    try (Server server = Server.http1();
        Raw client = new Raw(server.port())) {
      for (int i = 0; i < 5; i++) {
        client.send("GET /chunks " + NO_BODY + "GET /nothing " + NO_BODY);
        transcript.add(client.readUntil("404 Not Found\r\n"));
        transcript.add(client.readUntil("\r\n\r\n"));
        client.read(9);
      }
    }
    try (Server server = Server.http2();
        Http2Client client = new Http2Client(server.port())) {
      for (int i = 0; i < 5; i++) {
        transcript.add("stream " + client.request("POST", "/rpc", 10));
      }
    }
    return transcript;
  }
}
