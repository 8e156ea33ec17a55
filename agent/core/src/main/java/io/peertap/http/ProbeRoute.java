package io.peertap.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A probe in Kubernetes' and Prometheus' manner: 200 or 503, which is all that machines look at;
 * {@code ?verbose} lists components, {@code ?exclude=} leaves some out. It is open to everybody, so
 * it tells names and states, never reasons.
 */
public final class ProbeRoute implements Route {

  private final String path;
  private final String summary;
  private final Supplier<Map<String, Boolean>> components;

  private ProbeRoute(String path, String summary, Supplier<Map<String, Boolean>> components) {
    this.path = path;
    this.summary = summary;
    this.components = components;
  }

  /** Says ok for as long as the process can answer: an outage of the network must not restart nodes. */
  public static ProbeRoute alive(String path) {
    return new ProbeRoute(path, "Alive: 200 as long as the process answers.", Map::of);
  }

  /** Says ok when every component is ready. */
  public static ProbeRoute ready(String path, Supplier<Map<String, Boolean>> components) {
    return new ProbeRoute(
        path,
        "Ready: 200 or 503; ?verbose lists components, ?exclude= leaves one out.",
        components);
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public void answer(Request request, Response response) throws IOException {
    List<String> excluded = request.values("exclude");
    StringBuilder list = new StringBuilder();
    boolean ok = true;
    for (Map.Entry<String, Boolean> component : components.get().entrySet()) {
      boolean skipped = excluded.contains(component.getKey());
      ok &= skipped || component.getValue();
      list.append(line(component.getKey(), skipped, component.getValue()));
    }
    String check = path.substring(path.lastIndexOf('/') + 1) + " check ";
    String text =
        ok && !request.has("verbose") ? "ok\n" : list + check + (ok ? "passed\n" : "failed\n");
    response.send(ok ? 200 : 503, Response.TEXT, text);
  }

  private static String line(String name, boolean skipped, boolean ok) {
    return (skipped || ok ? "[+]" : "[-]")
        + name
        + (skipped ? " excluded: ok\n" : ok ? " ok\n" : " not ready\n");
  }
}
