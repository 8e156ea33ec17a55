package io.peertap.benchmarks.echo;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key and its self-signed certificate, made by the JDK's keytool. */
record Keys(PrivateKey key, X509Certificate certificate) {

  private static final String ALIAS = "localhost";
  private static final String PASSWORD = "peertap";

  /** Makes new ones. */
  static Path create(Path directory) throws IOException, InterruptedException {
    Path file = directory.resolve("keys.p12");
    Files.deleteIfExists(file);
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool makes no " + file);
    }
    return file;
  }

  static Keys read(String file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new Keys((PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray()), (X509Certificate)
        keys.getCertificate(ALIAS));
  }

  SslContext server() throws IOException {
    return SslContextBuilder.forServer(key, certificate).build();
  }

  SslContext client() throws IOException {
    return SslContextBuilder.forClient()
        .trustManager(certificate)
        .endpointIdentificationAlgorithm(null)
        .build();
  }
}
