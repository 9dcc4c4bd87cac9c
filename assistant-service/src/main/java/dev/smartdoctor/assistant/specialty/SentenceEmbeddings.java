package dev.smartdoctor.assistant.specialty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * How near a text is to the typical sentences of each specialty, by MiniLM inside this process (English). Loads in the
 * background; until then, when it is busy, or if it cannot load, the answer is simply empty. One thread, short queue: it can
 * never hold up an event loop or grow without bound.
 */
@ApplicationScoped
public class SentenceEmbeddings {

    private static final Logger LOG = Logger.getLogger(SentenceEmbeddings.class);
    private static final int MOST_CHARACTERS = 400;

    private final EmbeddingConfig config;
    private final ThreadPoolExecutor thread;
    private volatile Loaded loaded;
    private volatile boolean failed;

    private record Loaded(EmbeddingModel model, Map<String, List<Embedding>> prototypes) {}

    public SentenceEmbeddings(EmbeddingConfig config) {
        this.config = config;
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(config.queue()),
                work -> {
                    Thread created = new Thread(work, "embeddings");
                    created.setDaemon(true);
                    return created;
                }, new ThreadPoolExecutor.AbortPolicy());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.execute(this::load);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    public String state() {
        return loaded != null ? "ready" : !config.enabled() ? "off" : failed ? "failed" : "loading";
    }

    private void load() {
        try {
            EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
            Map<String, List<Embedding>> prototypes = new HashMap<>();
            SpecialtyPolicy.load().prototypes().forEach((specialty, sentences) -> prototypes.put(specialty,
                    sentences.stream().map(sentence -> model.embed(sentence).content()).toList()));
            loaded = new Loaded(model, Map.copyOf(prototypes));
            LOG.info("Embedding model loaded");
        } catch (Exception | LinkageError notHere) {
            failed = true;
            LOG.warn("Embedding model could not be loaded; specialties rest on the lexicon alone", notHere);
        }
    }

    /** Similarity 0 to 1 by specialty, empty where the model cannot tell in time. Never fails. */
    public Uni<Map<String, Double>> nearness(String text) {
        if (loaded == null || text.isBlank()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.createFrom().item(() -> compare(text)).runSubscriptionOn(thread)
                .ifNoItem().after(config.patience()).recoverWithItem(Map.of())
                .onFailure().recoverWithItem(failure -> {
                    LOG.debugf("No similarity this time: %s", failure.getClass().getSimpleName());
                    return Map.of();
                });
    }

    private Map<String, Double> compare(String text) {
        Loaded ready = loaded;
        Embedding told = ready.model().embed(text.substring(0, Math.min(text.length(), MOST_CHARACTERS))).content();
        Map<String, Double> nearness = new HashMap<>();
        ready.prototypes().forEach((specialty, prototypes) -> {
            List<Double> similarities = new ArrayList<>();
            prototypes.forEach(prototype -> similarities.add(CosineSimilarity.between(told, prototype)));
            nearness.put(specialty,
                    Math.max(0, similarities.stream().mapToDouble(Double::doubleValue).max().orElse(0)));
        });
        return nearness;
    }
}
