package io.peertap.operations.executor;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An application's executor that declares nothing. */
final class SilentPool extends ThreadPoolExecutor {

  SilentPool(int threads) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  }
}
