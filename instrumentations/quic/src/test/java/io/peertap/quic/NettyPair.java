package io.peertap.quic;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.incubator.codec.quic.InsecureQuicTokenHandler;
import io.netty.incubator.codec.quic.QuicChannel;
import io.netty.incubator.codec.quic.QuicClientCodecBuilder;
import io.netty.incubator.codec.quic.QuicCodecBuilder;
import io.netty.incubator.codec.quic.QuicConnectionStats;
import io.netty.incubator.codec.quic.QuicServerCodecBuilder;
import io.netty.incubator.codec.quic.QuicSslContext;
import io.netty.incubator.codec.quic.QuicSslContextBuilder;
import io.netty.incubator.codec.quic.QuicStreamChannel;
import io.netty.incubator.codec.quic.QuicStreamType;
import io.netty.util.concurrent.Future;
import io.peertap.test.SelfSigned;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Over the incubator's codec; for Netty 4.2's this class is moved to that package. */
public final class NettyPair implements Pair {

  private static final long FIN_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 30;
  private static final byte ECHO = 'e';
  private static final byte KEEP = 'k';
  private static final byte RESET = 'r';
  private static final int ERROR = 7;

  private final EventLoopGroup loops = new NioEventLoopGroup(2);
  private final CompletableFuture<QuicChannel> accepted = new CompletableFuture<>();
  private final List<Channel> sockets = new ArrayList<>();
  private QuicChannel dialled;

  @Override
  public InetSocketAddress listen(SelfSigned identity, Duration idleTimeout) throws Exception {
    QuicServerCodecBuilder codec = new QuicServerCodecBuilder()
        .sslContext(QuicSslContextBuilder.forServer(identity.key(), null, identity.certificate())
            .applicationProtocols(ALPN)
            .build())
        .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
        .handler(new Accepting())
        .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
          @Override
          protected void initChannel(QuicStreamChannel stream) {
            stream.pipeline().addLast(new ServerStream());
          }
        });
    limits(codec, idleTimeout);
    return (InetSocketAddress) bind(codec.build()).localAddress();
  }

  @Override
  public void dial(InetSocketAddress remote, SelfSigned trusted, Duration timeout)
      throws Exception {
    QuicSslContext context = QuicSslContextBuilder.forClient()
        .trustManager(trusted.certificate())
        .applicationProtocols(ALPN)
        .build();
    QuicClientCodecBuilder codec = new QuicClientCodecBuilder()
        .sslEngineProvider(of -> context.newEngine(of.alloc(), "localhost", remote.getPort()));
    limits(codec, Duration.ofSeconds(PATIENCE_SECONDS));
    dialled = get(QuicChannel.newBootstrap(bind(codec.build()))
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
        .streamHandler(new ChannelInboundHandlerAdapter())
        .remoteAddress(remote)
        .connect());
    accepted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void limits(QuicCodecBuilder<?> codec, Duration idleTimeout) {
    codec
        .maxIdleTimeout(idleTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .initialMaxData(100_000_000)
        .initialMaxStreamDataBidirectionalLocal(1_000_000)
        .initialMaxStreamDataBidirectionalRemote(1_000_000)
        .initialMaxStreamsBidirectional(1000);
  }

  private Channel bind(ChannelHandler codec) throws InterruptedException {
    Channel socket = new Bootstrap()
        .group(loops)
        .channel(NioDatagramChannel.class)
        .handler(codec)
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
    sockets.add(socket);
    return socket;
  }

  @Override
  public void echo(int streams, int bytes) throws Exception {
    for (int i = 0; i < streams; i++) {
      ClientStream handler = new ClientStream(bytes);
      QuicStreamChannel stream = stream(handler);
      send(stream, ECHO, bytes);
      handler.answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      get(stream.shutdownOutput());
      if (!stream.closeFuture().await(FIN_SECONDS, TimeUnit.SECONDS)) {
        get(stream.close()); // A lost end is not always sent again before the connection is idle.
      }
    }
  }

  @Override
  public void open(int streams) throws Exception {
    for (int i = 0; i < streams; i++) {
      ClientStream handler = new ClientStream(1);
      send(stream(handler), KEEP, 1);
      handler.answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void resetByClient() throws Exception {
    ClientStream handler = new ClientStream(1);
    QuicStreamChannel stream = stream(handler);
    send(stream, KEEP, 1);
    handler.answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    get(stream.shutdown(ERROR));
    get(stream.close());
  }

  @Override
  public void resetByServer() throws Exception {
    QuicStreamChannel stream = stream(new ClientStream(0));
    send(stream, RESET, 1);
    get(stream.closeFuture());
  }

  private QuicStreamChannel stream(ChannelHandler handler) throws Exception {
    return get(dialled.createStream(QuicStreamType.BIDIRECTIONAL, handler));
  }

  private static void send(Channel stream, byte first, int bytes) throws Exception {
    byte[] message = new byte[bytes];
    message[0] = first;
    get(stream.writeAndFlush(Unpooled.wrappedBuffer(message)));
  }

  @Override
  public void hangUp() throws Exception {
    get(dialled.close());
    awaitServerClosed();
  }

  @Override
  public void awaitServerClosed() throws Exception {
    get(accepted.get().closeFuture());
  }

  @Override
  public void closeSockets() throws Exception {
    for (Channel socket : sockets) {
      get(socket.close());
    }
  }

  @Override
  public Counted client() throws Exception {
    return counted(dialled);
  }

  @Override
  public Counted server() throws Exception {
    return counted(accepted.get());
  }

  private static Counted counted(QuicChannel channel) throws Exception {
    QuicConnectionStats stats = get(channel.collectStats());
    return new Counted((double) stats.sent(), (double) stats.lost(), (double) stats.retrans());
  }

  @Override
  public void close() {
    loops
        .shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static <T> T get(Future<T> future) throws Exception {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IllegalStateException("not in time", e);
    }
  }

  private final class Accepting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      accepted.complete((QuicChannel) ctx.channel());
      ctx.fireChannelActive();
    }

    @Override
    public boolean isSharable() {
      return true;
    }
  }

  /** Does what the first byte says, and ends when the client does. */
  private static final class ServerStream extends ChannelInboundHandlerAdapter {
    private boolean begun;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      boolean reset = !begun && bytes.getByte(bytes.readerIndex()) == RESET;
      begun = true;
      if (reset) {
        bytes.release();
        ChannelFuture unused = ((QuicStreamChannel) ctx.channel())
            .shutdown(ERROR)
            .addListener(ChannelFutureListener.CLOSE);
      } else {
        ChannelFuture unused = ctx.writeAndFlush(bytes);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof ChannelInputShutdownEvent) {
        ChannelFuture unused = ctx.close();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ChannelFuture unused = ctx.close();
    }
  }

  /** Waits for so many bytes. */
  private static final class ClientStream extends ChannelInboundHandlerAdapter {
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private int missing;

    ClientStream(int bytes) {
      missing = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      missing -= bytes.readableBytes();
      bytes.release();
      if (missing == 0) {
        answered.complete(null);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ChannelFuture unused = ctx.close();
    }
  }
}
