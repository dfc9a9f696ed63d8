package org.parlor.limit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads of their own, and a line of bounded length before them, for work that must not hold up any other. */
public final class WorkQueue implements Executor, AutoCloseable {

    private final ThreadPoolExecutor threads;

    /**
     * An empty queue.
     *
     * @param name of its threads
     * @param workers how many threads work
     * @param waiting how many pieces of work may wait for one
     */
    public WorkQueue(String name, int workers, int waiting) {
        threads = new ThreadPoolExecutor(
                workers, workers, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does this when a thread is free.
     *
     * @return completes with what comes of it, or fails: with a {@link RejectedExecutionException} if the line is full
     */
    public <T> CompletionStage<T> submit(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Does this when a thread is free; throws a {@link RejectedExecutionException} if the line is full. */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
