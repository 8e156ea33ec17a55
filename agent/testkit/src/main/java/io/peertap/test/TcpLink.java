package io.peertap.test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A link that also resets connections. What one side does to its half, the other side sees. */
public final class TcpLink extends Link {

  /** What the link holds for a side that does not read; then the other side must wait. */
  private static final int MAX_WAITING = 256 * 1024;

  private final Flow toServer = new Flow();
  private final Flow toClients = new Flow();
  private final ByteBuffer piece = ByteBuffer.allocate(16 * 1024);
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;

  /** A link to the server at this address, with nothing wrong yet. */
  public TcpLink(InetSocketAddress server) throws IOException {
    super(server);
    listener = ServerSocketChannel.open().bind(anyPort());
    address = (InetSocketAddress) listener.getLocalAddress();
    start(new Front());
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public Flow toServer() {
    return toServer;
  }

  @Override
  public Flow toClients() {
    return toClients;
  }

  /** Resets every connection, in both directions; new ones are accepted as before. */
  public void reset() {
    order(() -> {
      for (Port port : ports()) {
        if (port instanceof End) {
          port.failed();
        }
      }
    });
  }

  /** What clients connect to. */
  private final class Front extends Port {
    @Override
    ServerSocketChannel channel() {
      return listener;
    }

    @Override
    int wants() {
      return SelectionKey.OP_ACCEPT;
    }

    @Override
    void come() throws IOException {
      SocketChannel accepted = listener.accept();
      if (accepted != null) {
        End client = new End(accepted, toServer);
        End server = new End(SocketChannel.open(), toClients);
        client.other = server;
        server.other = client;
        open(client);
        open(server);
        server.connect();
      }
    }

    @Override
    void write(Parcel parcel) {
      throw new IllegalStateException("a listener sends nothing");
    }

    @Override
    void failed() throws IOException {
      close();
    }
  }

  /** The link's end of one half of a connection; an empty parcel is the end of the stream. */
  private final class End extends Port {
    private final SocketChannel channel;
    private final Flow flow;
    private End other;
    private int waiting;
    private boolean saidAll;
    private boolean heardAll;

    /** An end where this flow comes in. */
    End(SocketChannel channel, Flow flow) {
      this.channel = channel;
      this.flow = flow;
    }

    @Override
    SocketChannel channel() {
      return channel;
    }

    @Override
    int wants() {
      if (!channel.isConnected()) {
        return SelectionKey.OP_CONNECT;
      }
      return heardAll || other.waiting >= MAX_WAITING ? 0 : SelectionKey.OP_READ;
    }

    void connect() throws IOException {
      try {
        channel.connect(target());
      } catch (ConnectException e) {
        reset();
      }
    }

    @Override
    void come() throws IOException {
      if (channel.isConnectionPending()) {
        channel.finishConnect();
        return;
      }
      piece.clear();
      heardAll = channel.read(piece) < 0;
      piece.flip();
      if (piece.hasRemaining()) {
        flow.pass(piece.remaining());
      }
      if (heardAll || piece.hasRemaining()) {
        other.take(ByteBuffer.allocate(piece.remaining()).put(piece).flip());
      }
      closeIfDone();
    }

    private void take(ByteBuffer bytes) {
      waiting += bytes.remaining();
      enqueue(new Parcel(due(), bytes, null));
    }

    @Override
    void write(Parcel parcel) throws IOException {
      if (parcel.bytes().hasRemaining()) {
        waiting -= channel.write(parcel.bytes());
      } else {
        channel.shutdownOutput();
        saidAll = true;
        closeIfDone();
      }
    }

    private void closeIfDone() throws IOException {
      if (saidAll && heardAll) {
        close();
      }
    }

    @Override
    void failed() throws IOException {
      reset();
    }

    void reset() throws IOException {
      for (End end : List.of(this, other)) {
        if (end.channel.isOpen()) {
          end.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
          end.close();
        }
      }
    }
  }
}
