package io.peertap.operations.packs;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitcoinj.core.Block;
import org.bitcoinj.core.GetBlocksMessage;
import org.bitcoinj.core.GetDataMessage;
import org.bitcoinj.core.InventoryItem;
import org.bitcoinj.core.InventoryMessage;
import org.bitcoinj.core.Message;
import org.bitcoinj.core.MessageSerializer;
import org.bitcoinj.core.NetworkParameters;
import org.bitcoinj.core.Ping;
import org.bitcoinj.core.Services;
import org.bitcoinj.core.VersionAck;
import org.bitcoinj.core.VersionMessage;

/**
 * A full node for one client: it serves the blocks it is given and counts what passes its socket. Of
 * bitcoinj it uses the messages only.
 */
final class BitcoinNode implements AutoCloseable {

  private static final int HEADER = 24;
  private static final int LENGTH_AT = 16;

  private final NetworkParameters network;
  private final MessageSerializer serializer;
  private final List<Block> blocks;
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Map<String, Integer> sent = new ConcurrentHashMap<>();
  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::serve, "bitcoin-node");
  private volatile Socket client;

  BitcoinNode(NetworkParameters network, List<Block> blocks) throws IOException {
    this.network = network;
    this.serializer = network.getDefaultSerializer();
    this.blocks = blocks;
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** Messages that left, by class. */
  Map<String, Integer> sent() {
    return sent;
  }

  /** Messages that came, by class. */
  Map<String, Integer> received() {
    return received;
  }

  /** Tells the client of a block. */
  void announce(Block block) throws IOException {
    send(InventoryMessage.ofBlocks(block));
  }

  private void serve() {
    try (Socket socket = server.accept()) {
      client = socket;
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        Message message = read(in);
        received.merge(message.getClass().getSimpleName(), 1, Integer::sum);
        answer(message);
      }
    } catch (IOException e) {
      // The client has left.
    }
  }

  private Message read(DataInputStream in) throws IOException {
    byte[] header = new byte[HEADER];
    in.readFully(header);
    int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(LENGTH_AT);
    byte[] payload = new byte[length];
    in.readFully(payload);
    return serializer.deserialize(
        ByteBuffer.allocate(HEADER + length).put(header).put(payload).flip());
  }

  private void answer(Message message) throws IOException {
    if (message instanceof VersionMessage) {
      VersionMessage version = new VersionMessage(network, blocks.size());
      version.localServices = Services.of(Services.NODE_NETWORK | Services.NODE_WITNESS);
      send(version);
      send(new VersionAck());
    } else if (message instanceof Ping ping) {
      send(ping.pong());
    } else if (message instanceof GetBlocksMessage) {
      send(InventoryMessage.ofBlocks(blocks));
    } else if (message instanceof GetDataMessage wanted) {
      for (InventoryItem item : wanted.getItems()) {
        deliver(item);
      }
    }
  }

  private void deliver(InventoryItem item) throws IOException {
    for (Block block : new ArrayList<>(blocks)) {
      if (block.getHash().equals(item.hash)) {
        send(block);
      }
    }
  }

  private synchronized void send(Message message) throws IOException {
    sent.merge(message.getClass().getSimpleName(), 1, Integer::sum);
    OutputStream out = client.getOutputStream();
    serializer.serialize(message, out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    client.close();
  }
}
