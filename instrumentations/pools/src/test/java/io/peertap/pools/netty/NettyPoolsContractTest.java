package io.peertap.pools.netty;

import io.netty.channel.Channel;
import io.netty.channel.pool.FixedChannelPool;
import io.netty.channel.pool.SimpleChannelPool;
import io.netty.util.concurrent.Future;
import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** Netty's pools keep every instrumentation's promises. */
class NettyPoolsContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new NettyPoolsInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    List<String> transcript = new ArrayList<>();
    try (Peer peer = new Peer();
        SimpleChannelPool simple = new SimpleChannelPool(peer.bootstrap(), peer.handler());
        FixedChannelPool fixed = new FixedChannelPool(peer.bootstrap(), peer.handler(), 1)) {
      for (SimpleChannelPool pool : List.of(simple, fixed)) {
        for (int i = 0; i < 5; i++) {
          Channel channel = pool.acquire().sync().getNow();
          transcript.add("active " + channel.isActive());
          Future<Void> back = pool.release(channel).sync();
          transcript.add("back " + back.isSuccess());
        }
      }
      transcript.add("created " + peer.created);
    }
    return transcript;
  }
}
