package io.peertap.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key and a self-signed certificate for localhost, made by the JDK's keytool. */
public final class SelfSigned {

  /** Of the key store and of its one entry. */
  public static final String PASSWORD = "peertap";

  /** The name of the one entry. */
  public static final String ALIAS = "localhost";

  private final KeyStore keys;

  private SelfSigned(KeyStore keys) {
    this.keys = keys;
  }

  /** Makes a new one; that takes a second. */
  public static SelfSigned create() throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("peertap-keys");
    Path file = folder.resolve("keys.p12");
    try {
      keytool(file);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      return new SelfSigned(keys);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** The key store with the one entry. */
  public KeyStore keys() {
    return keys;
  }

  /** The private key. */
  public PrivateKey key() throws GeneralSecurityException {
    return (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray());
  }

  /** The certificate, which is its own issuer. */
  public X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate) keys.getCertificate(ALIAS);
  }

  private static void keytool(Path file) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = List.of(
        keytool.toString(),
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
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
