package io.peertap.libp2p;

import io.libp2p.core.crypto.PrivKey;
import io.libp2p.core.dsl.HostBuilder;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.transport.Transport;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BiFunction;

/** QUIC by name, because older versions of the library have none. */
final class Quic {

  private static final String TRANSPORT = "io.libp2p.transport.quic.QuicTransport";

  private Quic() {}

  static boolean resolves() {
    return Quic.class.getClassLoader().getResource(TRANSPORT.replace('.', '/') + ".class") != null;
  }

  static void apply(HostBuilder builder) {
    try {
      BiFunction<PrivKey, List<? extends ProtocolBinding<?>>, Transport> transport =
          Quic::transport;
      Method method = HostBuilder.class.getMethod("secureTransport", BiFunction[].class);
      method.invoke(builder, (Object) new BiFunction<?, ?, ?>[] {transport});
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("QUIC has moved", e);
    }
  }

  private static Transport transport(PrivKey key, List<? extends ProtocolBinding<?>> protocols) {
    try {
      Method create = Class.forName(TRANSPORT).getMethod("ECDSA", PrivKey.class, List.class);
      return (Transport) create.invoke(null, key, protocols);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("QUIC has moved", e);
    }
  }
}
