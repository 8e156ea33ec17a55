package io.peertap.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A probe in Kubernetes' and Prometheus' manner: 200 or 503, which is all that machines look at;
 * {@code ?verbose} lists components with reasons, {@code ?exclude=} leaves some out. It is open to
 * everybody, so reasons are counts.
 */
public final class ProbeRoute implements Route {

  private final String path;
  private final String summary;
  private final Supplier<List<Component>> components;

  private ProbeRoute(String path, String summary, Supplier<List<Component>> components) {
    this.path = path;
    this.summary = summary;
    this.components = components;
  }

  /** Says ok for as long as the process can answer: an outage of the network must not restart nodes. */
  public static ProbeRoute alive(String path) {
    return new ProbeRoute(path, "Alive: 200 as long as the process answers.", List::of);
  }

  /**
   * Says ok when every component is ready.
   *
   * @param what it says then, in a word or two
   */
  public static ProbeRoute ready(String path, String what, Supplier<List<Component>> components) {
    return new ProbeRoute(
        path,
        what + ": 200 or 503; ?verbose lists components and why, ?exclude= leaves one out.",
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
    List<String> excluded = new ArrayList<>(request.values("exclude"));
    StringBuilder list = new StringBuilder();
    boolean ok = true;
    for (Component component : components.get()) {
      boolean skipped = excluded.remove(component.name());
      ok &= skipped || component.ready();
      list.append(line(component, skipped));
    }
    for (String name : excluded) {
      list.append("[?]")
          .append(printable(name))
          .append(" cannot be excluded: there is no such component\n");
    }
    String check = path.substring(path.lastIndexOf('/') + 1) + " check ";
    String text =
        ok && !request.has("verbose") ? "ok\n" : list + check + (ok ? "passed\n" : "failed\n");
    response.send(ok ? 200 : 503, Response.TEXT, text);
  }

  private static String line(Component component, boolean skipped) {
    String name = component.name();
    if (skipped) {
      return "[+]" + name + " excluded: ok\n";
    }
    if (component.ready() && component.status() == Component.Status.HEALTHY) {
      return "[+]" + name + " ok\n";
    }
    return (component.ready()
            ? "[+]" + name + ' ' + component.status().label()
            : "[-]" + name + " not ready")
        + ": " + component.message() + '\n';
  }

  /** What somebody typed, on one line. */
  private static String printable(String name) {
    return name.replaceAll("[^\\w.-]", "?");
  }
}
