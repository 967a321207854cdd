package parley.core.call;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after the other on a virtual thread, so that what belongs to one call needs no
 * lock and may wait without holding up the stack.
 */
public final class SerialQueue {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Consumer<RuntimeException> broken;

  public SerialQueue(Consumer<RuntimeException> broken) {
    this.broken = broken;
  }

  public void run(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      Thread.ofVirtual().name("call").start(this::drain);
    }
  }

  private void drain() {
    do {
      Runnable task = tasks.poll();
      if (task != null) {
        try {
          task.run();
        } catch (RuntimeException e) {
          broken.accept(e);
        }
      }
    } while (waiting.decrementAndGet() > 0);
  }
}
