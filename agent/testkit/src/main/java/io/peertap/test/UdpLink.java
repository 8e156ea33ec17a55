package io.peertap.test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;

/** A link that also loses datagrams. The server sees each client under a port of the link's own. */
public final class UdpLink extends Link {

  private static final int MAX_DATAGRAM = 65_535;

  private final Path toServer = new Path();
  private final Path toClients = new Path();
  private final ByteBuffer read = ByteBuffer.allocate(MAX_DATAGRAM);
  private final DatagramChannel socket;
  private final InetSocketAddress address;

  /** A link to the server at this address, with nothing wrong yet. */
  public UdpLink(InetSocketAddress server) throws IOException {
    super(server);
    socket = DatagramChannel.open().bind(anyPort());
    address = (InetSocketAddress) socket.getLocalAddress();
    start(new Front());
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public Flow toServer() {
    return toServer.flow;
  }

  @Override
  public Flow toClients() {
    return toClients.flow;
  }

  /** From now on these datagrams get lost; both count from the link's first. */
  public void lose(Loss onTheWayToServer, Loss onTheWayToClients) {
    order(() -> {
      toServer.loss = onTheWayToServer;
      toClients.loss = onTheWayToClients;
    });
  }

  /** One direction. */
  private final class Path {
    private final Flow flow = new Flow();
    private Loss loss = Loss.NONE;

    /** What was read goes on to that port, unless it gets lost. */
    void carry(Port to, SocketAddress recipient) {
      read.flip();
      if (loss.loses(flow.passed() + flow.lost())) {
        flow.lose();
      } else {
        flow.pass(read.remaining());
        to.enqueue(new Port.Parcel(due(), copy(), recipient));
      }
    }
  }

  private ByteBuffer copy() {
    return ByteBuffer.allocate(read.remaining()).put(read).flip();
  }

  /** A socket that nobody is connected to: clients come and go without a word. */
  private abstract static class DatagramPort extends Port {
    @Override
    int wants() {
      return SelectionKey.OP_READ;
    }

    @Override
    void failed() {} // Nobody listens there, for now: datagrams vanish.
  }

  /** What clients see. */
  private final class Front extends DatagramPort {
    private final Map<SocketAddress, Back> clients = new HashMap<>();

    @Override
    DatagramChannel channel() {
      return socket;
    }

    @Override
    void come() throws IOException {
      read.clear();
      SocketAddress client = socket.receive(read);
      if (client != null) {
        toServer.carry(back(client), null);
      }
    }

    @Override
    void write(Parcel parcel) throws IOException {
      socket.send(parcel.bytes(), parcel.recipient());
    }

    private Back back(SocketAddress client) throws IOException {
      Back known = clients.get(client);
      if (known != null) {
        return known;
      }
      Back back = new Back(this, client);
      clients.put(client, back);
      open(back);
      return back;
    }
  }

  /** What the server sees of one client. */
  private final class Back extends DatagramPort {
    private final DatagramChannel channel = DatagramChannel.open().connect(target());
    private final Front front;
    private final SocketAddress client;

    Back(Front front, SocketAddress client) throws IOException {
      this.front = front;
      this.client = client;
    }

    @Override
    DatagramChannel channel() {
      return channel;
    }

    @Override
    void come() throws IOException {
      read.clear();
      if (channel.receive(read) != null) {
        toClients.carry(front, client);
      }
    }

    @Override
    void write(Parcel parcel) throws IOException {
      channel.write(parcel.bytes());
    }
  }
}
