package io.peertap.runtime;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS towards whom the JVM trusts. The JVM's default context is left alone: whoever asks for that
 * first settles it for the application, which may not have named its trust store yet.
 */
final class Tls {

  private Tls() {}

  /**
   * Secures a connection, which is closed along with it.
   *
   * @param host the name or address that the certificate must be for
   * @throws IOException if there is no trust; the message says why
   */
  static Socket over(Socket socket, String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    try {
      secured.startHandshake();
    } catch (SSLException e) {
      throw new IOException(reason(e), e);
    }
    return secured;
  }

  /** Trusts whom the JVM trusts at this time. */
  private static SSLContext context() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("this JVM cannot speak TLS: " + e.getMessage(), e);
    }
  }

  /** What is wrong with a certificate, said so that somebody can mend it. */
  private static String reason(SSLException e) {
    Throwable certificate = null;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException) {
        return "its certificate is signed by nobody whom this JVM trusts"
            + " (-Djavax.net.ssl.trustStore names a file of those)";
      }
      certificate = cause instanceof CertificateException ? cause : certificate;
    }
    return certificate == null
        ? e.getMessage()
        : "its certificate is not accepted: " + certificate.getMessage();
  }
}
