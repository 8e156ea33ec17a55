package io.peertap.runtime;

import io.peertap.api.Instrumentation;
import io.peertap.api.rule.RuleModule;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A library, or a relocated copy, that was found in the application.
 *
 * @param module the module that hooks it
 * @param prefix where the copy was moved to, with its dot; empty for the library itself
 * @param version what the jar says; empty if it says nothing
 * @param source the jar or folder it came from
 * @param gives what people get from the module, in one line
 */
record Recognised(String module, String prefix, String version, String source, String gives) {

  /** Looks a library's version up in the jar; the application's own classes have none. */
  static Recognised of(Instrumentation module, String prefix, String source) {
    String version =
        module instanceof RuleModule ? "" : version(source, prefix, module.versionProperty());
    return new Recognised(module.name(), prefix, version, source, module.gives());
  }

  @Override
  public String toString() {
    return module
        + (version.isEmpty() ? "" : ' ' + version)
        + (prefix.isEmpty() ? "" : " (in " + prefix.substring(0, prefix.length() - 1) + ')');
  }

  private static String version(String source, String prefix, String property) {
    if (!source.startsWith("file:")) {
      return ""; // Any other scheme would wake the application's file system providers.
    }
    try (JarFile jar = new JarFile(new File(URI.create(source)), false)) {
      String stated = property(jar, property);
      return stated.isEmpty() && prefix.isEmpty() ? manifest(jar) : stated;
    } catch (IOException | RuntimeException e) { // A folder, or something that is no file at all.
      return "";
    }
  }

  private static String property(JarFile jar, String property) throws IOException {
    int hash = property.indexOf('#');
    ZipEntry entry = hash < 0 ? null : jar.getEntry(property.substring(0, hash));
    if (entry == null) {
      return "";
    }
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    }
    return properties.getProperty(property.substring(hash + 1), "");
  }

  /** Of the library's own jar; an application's jar would state the application's version. */
  private static String manifest(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    String version = manifest == null
        ? null
        : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? "" : version;
  }
}
