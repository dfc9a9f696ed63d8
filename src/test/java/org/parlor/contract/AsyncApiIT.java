package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiIT extends ContractTest {

    @Test
    void theServerServesTheProtocolsDocumentBesideThePage() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base().resolve("asyncapi.yaml")).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(Files.readString(Path.of("src", "main", "webapp", "asyncapi.yaml")));
    }
}
