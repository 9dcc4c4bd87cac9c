package dev.smartdoctor.appointment.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Callers who start at the same moment. */
public final class Race {

    private Race() {
    }

    public static <T> List<T> run(List<Callable<T>> callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        CyclicBarrier start = new CyclicBarrier(callers.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> caller : callers) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return caller.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
