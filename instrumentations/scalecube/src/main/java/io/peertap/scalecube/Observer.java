package io.peertap.scalecube;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.peertap.api.Telemetry;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * A handler that looks at what is read and passes it on as it is. It leaves with the agent, and what
 * it throws is counted; Netty would show it to the application.
 */
abstract class Observer extends ChannelInboundHandlerAdapter {

  private static final Telemetry TELEMETRY = Telemetry.current();

  /** Weak: no channel may stay for being watched. */
  private static final Set<Observer> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** The agent holds it weakly; this field keeps it as long as this class. */
  private static final Runnable RELEASE = Observer::leaveAll;

  static {
    TELEMETRY.onLeave(RELEASE);
  }

  private volatile ChannelHandlerContext place;

  /** The channel is up. */
  void active(ChannelPipeline pipeline) {}

  /** Something is read. */
  void saw(Object message) {}

  @Override
  public final void handlerAdded(ChannelHandlerContext ctx) {
    place = ctx;
    ALL.add(this);
  }

  @Override
  public final void handlerRemoved(ChannelHandlerContext ctx) {
    ALL.remove(this);
  }

  @Override
  public final void channelActive(ChannelHandlerContext ctx) {
    try {
      active(ctx.pipeline());
    } catch (Throwable e) {
      TELEMETRY.failed(e);
    }
    ctx.fireChannelActive();
  }

  @Override
  public final void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      saw(message);
    } catch (Throwable e) {
      TELEMETRY.failed(e);
    }
    ctx.fireChannelRead(message);
  }

  private static void leaveAll() {
    for (Observer observer : ALL.toArray(new Observer[0])) {
      ChannelHandlerContext ctx = observer.place;
      if (!ctx.isRemoved()) {
        ctx.pipeline().remove(observer);
      }
    }
  }
}
