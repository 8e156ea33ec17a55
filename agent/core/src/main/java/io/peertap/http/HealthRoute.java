package io.peertap.http;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code /health}: every component and why; 503 if one does not work, 200 otherwise. */
public final class HealthRoute implements Route {

  private final Supplier<List<Component>> components;
  private final Map<String, String> metadata;

  /** Shows these components, and who says so. */
  public HealthRoute(Supplier<List<Component>> components, Map<String, String> metadata) {
    this.components = components;
    this.metadata = new TreeMap<>(metadata);
  }

  private record Report(
      String status,
      String timestamp,
      Map<String, Part> components,
      Map<String, String> metadata) {}

  private record Part(String status, String message, Map<String, Double> metadata) {}

  @Override
  public String path() {
    return "/health";
  }

  @Override
  public String summary() {
    return "Health as JSON: healthy, degraded or (503) unhealthy, by component, with reasons.";
  }

  @Override
  public void answer(Request request, Response response) throws IOException {
    Component.Status worst = Component.Status.HEALTHY;
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Component component : components.get()) {
      worst = component.status().compareTo(worst) > 0 ? component.status() : worst;
      parts.put(
          component.name(),
          new Part(
              component.status().label(),
              component.message(),
              new TreeMap<>(component.metadata())));
    }
    Report report = new Report(worst.label(), Instant.now().toString(), parts, metadata);
    response.send(
        worst == Component.Status.UNHEALTHY ? 503 : 200,
        JsonRoute.JSON,
        Json.render(report, request.has("pretty")) + '\n');
  }
}
