package io.peertap;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Opens what an agent loader finds, for those who ask for a URL. */
final class Resource extends URLStreamHandler {

  private final AgentLoader loader;

  private Resource(AgentLoader loader) {
    this.loader = loader;
  }

  static URL url(String name, AgentLoader loader) {
    try {
      return new URL(null, "peertap:/" + name, new Resource(loader));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        String name = url.getPath().substring(1);
        InputStream content = loader.content(name);
        if (content == null) {
          throw new IOException("the agent's jar lacks " + name);
        }
        return content;
      }
    };
  }
}
