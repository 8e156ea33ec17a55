package io.peertap.netty.scenario;

/** Opens nothing: tells which Netty this is and what can be run on it. */
public final class About extends Scenario {

  @Override
  void play(Stage stage) {
    Truth truth = stage.truth();
    truth.set("root", Transports.root());
    truth.set("epoll", Transports.named("epoll").available());
    truth.set("io_uring", Transports.named("io_uring").available());
    truth.set("http2", Transports.present("handler.codec.http2.Http2MultiplexHandler"));
  }
}
