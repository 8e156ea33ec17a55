package io.peertap.bitcoinj;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import java.util.List;

/** bitcoinj 0.16 and 0.17 over its own sockets, non-blocking and blocking. */
public final class BitcoinjInstrumentation implements Instrumentation {

  private static final String ROOT = "org.bitcoinj.";
  private static final String HANDLER = ROOT + "net.ConnectionHandler";
  private static final String SOCKET = ROOT + "core.PeerSocketHandler";
  private static final String PEER = ROOT + "core.Peer";
  private static final String GROUP = ROOT + "core.PeerGroup";
  private static final String DISCOVERY = ROOT + "net.discovery.";
  private static final String ADVICE = "io.peertap.bitcoinj.";

  @Override
  public String name() {
    return "bitcoinj";
  }

  @Override
  public String root() {
    return ROOT;
  }

  @Override
  public String gives() {
    return "peers by address with client and protocol version, the version handshake, messages by "
        + "command, pings, discovery, payments and signatures of wallets";
  }

  @Override
  public String versions() {
    return "0.16 and 0.17.1";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        tap(ROOT + "net.NioClientManager", 2, "openConnection", "DialTap", 0, 1),
        tap(ROOT + "net.BlockingClientManager", 2, "openConnection", "DialTap", 0, 1),
        hook(HANDLER, 2, "<init>", "HandlerAdvice$Created", "connection", "channel"),
        hook(HANDLER, 0, "closeConnection", "HandlerAdvice$Closing", "channel"),
        hook(HANDLER, 0, "closeConnection", "HandlerAdvice$Closed"),
        hook(HANDLER, 1, "writeBytes", "WriteAdvice"),
        tap(HANDLER, 1, "writeBytes", "OverflowTap", MethodTap.THIS),
        hook(ROOT + "net.BlockingClient", 1, "writeBytes", "WriteAdvice"),
        hook(SOCKET, 1, "setWriteTarget", "SocketAdvice$Target"),
        hook(SOCKET, 1, "receiveBytes", "SocketAdvice$Receive"),
        hook(SOCKET, 1, "receiveBytes", "SocketAdvice$Received"),
        hook(SOCKET, 1, "exceptionCaught", "SocketAdvice$Failed"),
        hook(SOCKET, 0, "close", "SocketAdvice$Close"),
        hook(ROOT + "core.BitcoinSerializer", 2, "deserializePayload", "SerializerAdvice"),
        hook(PEER, 0, "timeoutOccurred", "PeerAdvice$TimedOut"),
        hook(PEER, 0, "connectionClosed", "PeerAdvice$Closed"),
        hook(PEER, 1, "processVersionMessage", "PeerAdvice$Version"),
        hook(PEER, 0, "versionHandshakeComplete", "PeerAdvice$Ready"),
        Hook.on(PEER)
            .method(1, "addPingInterval", "addPingTimeData")
            .advice(ADVICE + "PeerAdvice$Pinged"),
        hook(GROUP, 2, "addInactive", "GroupAdvice$Known", "backoffMap"),
        hook(GROUP, 0, "stopAsync", "GroupAdvice$Stopped"),
        discovery("SeedPeers", 2),
        discovery("SeedPeers", 3),
        discovery("DnsDiscovery$DnsSeedDiscovery", 2),
        discovery("DnsDiscovery$DnsSeedDiscovery", 3),
        tap(ROOT + "wallet.Wallet", 1, "completeTx", "PaymentTap"),
        tap(ROOT + "signers.LocalTransactionSigner", 2, "signInputs", "SigningTap"));
  }

  private static Hook hook(
      String type, int arguments, String method, String advice, String... needs) {
    return Hook.on(type).method(arguments, method).needs(needs).advice(ADVICE + advice);
  }

  private static Hook tap(String type, int arguments, String method, String tap, Integer... reads) {
    return Hook.on(type).method(arguments, method).tap(ADVICE + tap, reads);
  }

  /** A leaf of discovery; what only asks others would count theirs twice. */
  private static Hook discovery(String type, int arguments) {
    return Hook.on(DISCOVERY + type)
        .method(arguments, "getPeers")
        .optional()
        .tap(ADVICE + "DiscoveryTap", MethodTap.THIS);
  }
}
