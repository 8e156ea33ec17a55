package io.peertap.netty.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A self-signed certificate for localhost, made by the JDK's keytool once per JVM: the copies of
 * this class in other class loaders find it by a system property.
 */
final class Tls {

  private static final String PROPERTY = "scenario.keystore";
  private static final char[] PASSWORD = "peertap".toCharArray();
  private static final String ALIAS = "netty";

  private final KeyStore keys;

  Tls() throws GeneralSecurityException, IOException {
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file())) {
      keys.load(in, PASSWORD);
    }
  }

  private static Path file() {
    return Path.of((String)
        System.getProperties().computeIfAbsent(PROPERTY, unused -> make().toString()));
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("peertap-keys");
      Path file = folder.resolve("keys.p12");
      run(command(file));
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static List<String> command(Path file) {
    String keytool = System.getProperty("java.home") + File.separator + "bin/keytool";
    return List.of(
        keytool,
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-validity",
        "365",
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        new String(PASSWORD));
  }

  SslContext server() throws GeneralSecurityException, IOException {
    return SslContextBuilder.forServer(key(), certificate()).build();
  }

  PrivateKey key() throws GeneralSecurityException {
    return (PrivateKey) keys.getKey(ALIAS, PASSWORD);
  }

  SslContext trustingClient() throws GeneralSecurityException, IOException {
    return SslContextBuilder.forClient().trustManager(certificate()).build();
  }

  /** Trusts only what the JDK trusts. */
  SslContext strictClient() throws IOException {
    return SslContextBuilder.forClient().build();
  }

  static SslHandler handler(SslContext context) {
    return context.newHandler(ByteBufAllocator.DEFAULT, "localhost", 1);
  }

  X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate) keys.getCertificate(ALIAS);
  }
}
