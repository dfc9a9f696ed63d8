package org.parlor.http;

import java.util.concurrent.CompletionStage;
import org.parlor.metrics.Metrics;

/** The measurements, for Prometheus to fetch. */
final class MetricsPage implements Resource {

    private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final Metrics metrics;
    private final HttpWorkers workers;

    MetricsPage(Metrics metrics, HttpWorkers workers) {
        this.metrics = metrics;
        this.workers = workers;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        return workers.answer(() -> Response.ok(PROMETHEUS_TEXT, metrics.text()));
    }
}
