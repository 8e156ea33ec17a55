package io.peertap.http;

/** Threads that hold nothing of the host: neither its exit, nor its loaders, nor its handlers. */
final class DaemonThreads {

  /** The host may have installed a default handler that ends the process. */
  private static final Thread.UncaughtExceptionHandler SILENT = new Silent();

  private DaemonThreads() {}

  private static final class Silent implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable e) {}
  }

  /** A group below the system's: the current thread's may be interrupted as a whole by the host. */
  static ThreadGroup group() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return new ThreadGroup(group, "peertap-http");
  }

  static Thread create(ThreadGroup group, Runnable work, String name) {
    Thread thread = new Thread(group, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(SILENT);
    return thread;
  }

  /** Gives the threads that the JDK's server starts on its own our names. */
  static void rename(ThreadGroup group) {
    for (Thread thread : in(group)) {
      if (thread.getName().equals("HTTP-Dispatcher")) {
        adopt(thread, "peertap-http");
      } else if (!thread.getName().startsWith("peertap-")) {
        adopt(thread, "peertap-http-idle");
      }
    }
  }

  private static void adopt(Thread thread, String name) {
    thread.setName(name);
    thread.setContextClassLoader(null); // JDK 25 gives its dispatcher the system's.
    thread.setUncaughtExceptionHandler(SILENT);
  }

  /** Waits until the group has no thread left, but for the caller's. */
  static void join(ThreadGroup group, long millis) throws InterruptedException {
    for (Thread thread : in(group)) {
      if (thread != Thread.currentThread()) {
        thread.join(millis);
      }
    }
  }

  private static Thread[] in(ThreadGroup group) {
    Thread[] threads = new Thread[64];
    int count = group.enumerate(threads);
    Thread[] found = new Thread[count];
    System.arraycopy(threads, 0, found, 0, count);
    return found;
  }
}
