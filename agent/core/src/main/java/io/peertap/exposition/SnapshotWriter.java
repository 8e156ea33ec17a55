package io.peertap.exposition;

import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;

/** One exposition format. Writers keep no state and serve any number of threads. */
public interface SnapshotWriter {

  /** The value of the Content-Type header. */
  String contentType();

  /** Writes a whole exposition, leaving the stream open; families without series are left out. */
  void write(Snapshot snapshot, OutputStream out) throws IOException;
}
