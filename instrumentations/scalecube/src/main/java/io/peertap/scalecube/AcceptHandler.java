package io.peertap.scalecube;

import io.netty.channel.Channel;

/** Sees each channel that a listening transport accepts, before it is set up. */
final class AcceptHandler extends Observer {

  private AcceptHandler() {}

  /** From now on; first of all handlers, because the last one hands nothing on. */
  static void watch(Channel listener) {
    listener.pipeline().addFirst(new AcceptHandler());
  }

  @Override
  void saw(Object message) {
    if (message instanceof Channel accepted) {
      accepted.pipeline().addLast(new SetUpHandler(new Link(Links.speaks(accepted))));
    }
  }
}
