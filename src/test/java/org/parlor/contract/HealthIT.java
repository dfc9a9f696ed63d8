package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a load balancer asks. */
class HealthIT extends ContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"health/live", "health/ready"})
    void aServerThatWorksIsUp(String path) throws Exception {
        HttpResponse<String> answer = new Http(base()).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
