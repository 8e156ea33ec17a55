package io.peertap.tron;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import net.bytebuddy.asm.Advice;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.message.handshake.HelloMessage;

/** The library's channel, one for each connection. */
final class ChannelAdvice {

  private ChannelAdvice() {}

  /** A pipeline is made, before the transport is up. */
  public static final class Init {
    private Init() {}

    /** A channel that only asks for a status has no hello. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void init(
        @Advice.Argument(0) ChannelPipeline pipeline, @Advice.Argument(2) boolean discoveryMode) {
      if (!discoveryMode) {
        Channels.expectHello(pipeline.channel());
      }
    }
  }

  /** The transport is up. */
  public static final class Context {
    private Context() {}

    /** Before the first byte. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void context(@Advice.Argument(0) ChannelHandlerContext context) {
      Channels.connected(context);
    }
  }

  /** The peer's hello came. */
  public static final class Hello {
    private Hello() {}

    /** After the channel knows whom it leads to. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void hello(
        @Advice.This Channel channel, @Advice.Argument(0) HelloMessage message) {
      String version = Channels.PROTOCOL + '/' + message.getVersion();
      Channels.identified(channel, channel.getNodeId(), version);
      Refusals.said(channel, message);
    }
  }

  /** The application names a peer that said no hello. */
  public static final class NodeId {
    private NodeId() {}

    /** No placeholder passes here. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void nodeId(@Advice.This Channel channel, @Advice.Argument(0) String id) {
      Channels.identified(channel, id, null);
    }
  }

  /** The hellos are over. */
  public static final class Finish {
    private Finish() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void finish(@Advice.This Channel channel, @Advice.Argument(0) boolean finished) {
      if (finished) {
        Channels.welcomed(channel);
      }
    }
  }

  /** The peer only wants a status, in place of a hello. */
  public static final class Status {
    private Status() {}

    /** Before it is sent. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void status(@Advice.This Channel channel) {
      Channels.welcomed(channel);
    }
  }

  /** A message goes to Netty; messages as objects are encoded and come again as bytes. */
  public static final class Send {
    private Send() {}

    /** Before it is compressed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void send(@Advice.This Channel channel, @Advice.Argument(0) Object message) {
      if (message instanceof byte[] bytes && bytes.length > 0 && !channel.isDisconnect()) {
        Traffic.sent(channel, bytes);
      }
    }
  }

  /** Netty wrote a message, or could not. */
  public static final class Written {
    private Written() {}

    /** On the event loop. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void written(
        @Advice.Argument(0) byte type, @Advice.Argument(1) ChannelFuture future) {
      if (!future.isSuccess()) {
        Traffic.unwritten(type);
      }
    }
  }

  /** Something was thrown that ends the connection. */
  public static final class Failure {
    private Failure() {}

    /** Before the channel closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(@Advice.This Channel channel, @Advice.Argument(0) Throwable cause) {
      Traffic.failed(channel, cause);
    }
  }

  /** The channel is closed, and its host is not talked to for a while. */
  public static final class Ban {
    private Ban() {}

    /** Before it closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Channel channel, @Advice.Argument(0) long banMillis) {
      Refusals.closed(channel, banMillis);
    }
  }
}
