package io.peertap.tron.node;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A node of the real library, as tests see it from another class loader, and what it counted
 * itself.
 */
public interface TronNode extends AutoCloseable {

  /** How long its discovery waits for an answer to a ping. */
  void waitForPongs(long millis);

  /** Starts it: values of the library's configuration by the name of their field. */
  void start(Map<String, Object> settings);

  /** Its node id. */
  String id();

  /** The port that it listens on, for TCP and UDP. */
  int port();

  /** Dials a port of this host; answers when the transport is up. */
  void dial(int port);

  /** The same, but only asks for a status. */
  void askStatus(int port);

  /** Sends an application message of so many bytes, the type byte included. */
  void send(String peer, int type, int bytes);

  /** From now on nothing can be written to the peer. */
  void failWrites(String peer);

  /** How many writes have failed for that. */
  int failedWrites();

  /** The ids of peers after their hello, and whether this node dialled. */
  Map<String, Boolean> peers();

  /** Sizes of application messages that came from a peer, in order. */
  List<Integer> received(String peer);

  /** The library's own statistics, by the name of the field. */
  Map<String, Long> statistics();

  /** Ids of all nodes that its discovery knows. */
  List<String> known();

  /** Ids of nodes in the table of its discovery. */
  Set<String> table();

  /** Ids of other nodes that its discovery was told of by anybody it asked. */
  Set<String> told();

  /** No discovery rounds from now on but those that are asked for; ends when none runs. */
  void discoverOnlyWhenAsked();

  /** One discovery round, on this thread. */
  void discover();

  /** Makes the connection look silent for long, so that the library pings soon. */
  void silence(String peer);

  /** Whether an answer to a ping is still to come. */
  boolean awaitsPong(String peer);

  /** Makes the ping look as if it were sent long ago, so that the library gives up soon. */
  void agePing(String peer);

  /** The application closes the connection and bans the peer for so long. */
  void ban(String peer, long millis);

  /** The hello of some other node, as it travels. */
  byte[] hello(String id, int network);

  /** Syncs a tree of nodes, {@code host:port} each, from records that need no name server. */
  void syncTree(List<String> nodes) throws Exception;

  /** Syncs a tree whose root somebody else has signed. */
  void syncForgedTree() throws Exception;

  /** Syncs a tree that no name server knows. */
  void syncMissingTree() throws Exception;

  @Override
  void close();
}
