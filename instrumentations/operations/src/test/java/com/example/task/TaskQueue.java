package com.example.task;

import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Tasks on their way from submission to result. */
public final class TaskQueue {

  private static final int CAPACITY = 3;

  private final Deque<Task> waiting = new ConcurrentLinkedDeque<>();

  /** What a task is about. */
  public enum TaskType {
    INFERENCE,
    INDEXING
  }

  /** A task. */
  public record Task(TaskType type, CompletableFuture<String> result) {}

  /** Submits a task; null if the queue is full. */
  public CompletableFuture<String> submit(Task task) {
    if (waiting.size() == CAPACITY) {
      return null;
    }
    waiting.add(task);
    return task.result();
  }

  /** Takes the next task to work on. */
  public Task next() {
    return waiting.poll();
  }
}
