package io.gatepass.bootstrap.demo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedGatewayTest {
  private static final String SENTENCE = "Hello from the gatepass demo gateway.";

  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = EmbeddedGateway.start("good"::equals);
  }

  @AfterEach
  void stop() {
    http.close();
    gateway.close();
  }

  @Test
  void callWithoutATokenIsRefusedInOpenAisShape() throws Exception {
    HttpResponse<String> answer = call("GET", "/v1/models", "bad", "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("Bearer");
    assertThat(Json.read(answer.body()).get("error"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsKeys("message", "type", "code");
  }

  @Test
  void callWithoutATokenIsRefusedInAnthropicsShape() throws Exception {
    HttpResponse<String> answer = call("POST", "/anthropic/v1/messages", "bad", "{}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Json.read(answer.body())).containsEntry("type", "error");
  }

  @Test
  void headOnAnthropicsMessagesSaysThatATokenIsNeeded() throws Exception {
    HttpResponse<String> answer = call("HEAD", "/anthropic/v1/messages", "", "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void modelsAreListedInBothShapes() throws Exception {
    assertThat(call("GET", "/v1/models", "good", "").body()).contains("demo-sonnet");
    assertThat(call("GET", "/anthropic/v1/models", "good", "").body()).contains("demo-sonnet");
  }

  @Test
  void chatCompletionAnswersWholeOrInChunks() throws Exception {
    String whole = call("POST", "/v1/chat/completions", "good", "{\"model\":\"m\"}").body();
    List<String> events = events("/v1/chat/completions", "choices", "delta", "content");

    assertThat(whole).contains(SENTENCE).contains("\"model\":\"m\"");
    assertThat(String.join("", events)).isEqualTo(SENTENCE);
  }

  @Test
  void streamOfChatChunksEndsWithDone() throws Exception {
    String body = call("POST", "/v1/chat/completions", "good", "{\"stream\":true}").body();

    assertThat(body).contains("\"finish_reason\":\"stop\"").endsWith("data: [DONE]\n\n");
  }

  @Test
  void responseAnswersWholeOrInEvents() throws Exception {
    String whole = call("POST", "/v1/responses", "good", "{\"model\":\"m\"}").body();
    String stream = call("POST", "/v1/responses", "good", "{\"stream\":true}").body();

    assertThat(Json.read(whole)).containsEntry("status", "completed");
    assertThat(whole).contains(SENTENCE);
    assertThat(stream)
        .startsWith("event: response.created\n")
        .containsSubsequence(
            "event: response.output_item.added",
            "event: response.output_text.delta",
            "event: response.output_item.done",
            "event: response.completed");
  }

  @Test
  void messageAnswersWholeOrInEvents() throws Exception {
    String whole = call("POST", "/anthropic/v1/messages?beta=true", "good", "{}").body();
    HttpResponse<String> stream =
        call("POST", "/anthropic/v1/messages", "good", "{\"stream\":true}");

    assertThat(Json.read(whole)).containsEntry("stop_reason", "end_turn");
    assertThat(whole).contains(SENTENCE);
    assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(stream.body())
        .startsWith("event: message_start\n")
        .containsSubsequence(
            "event: content_block_start",
            "event: content_block_delta",
            "event: content_block_stop",
            "event: message_delta",
            "event: message_stop");
  }

  @Test
  void contentIsGeneratedWholeInEventsOrInAnArray() throws Exception {
    String model = "/v1beta/models/gemini-x:";
    String whole = call("POST", model + "generateContent", "good", "{}").body();
    String array = call("POST", model + "streamGenerateContent", "good", "{}").body();
    String events = call("POST", model + "streamGenerateContent?alt=sse", "good", "{}").body();

    assertThat(whole).contains(SENTENCE).contains("\"modelVersion\":\"gemini-x\"");
    assertThat(array).startsWith("[{").endsWith("}]").contains("\"finishReason\":\"STOP\"");
    assertThat(events.split("\n\n")).hasSize(6).allMatch(it -> it.startsWith("data: {"));
    assertThat(call("POST", model + "countTokens", "good", "{}").body()).contains("totalTokens");
  }

  @Test
  void callWithoutATokenIsRefusedInGeminisShape() throws Exception {
    String path = "/v1beta/models/m:generateContent";

    assertThat(call("POST", path, "bad", "{}").body()).contains("UNAUTHENTICATED");
    assertThat(call("POST", path, "good", "no").statusCode()).isEqualTo(400);
    assertThat(call("POST", "/v1beta/models/m:other", "good", "{}").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/v1beta/models", "good", "").body()).contains("models/demo-opus");
  }

  @Test
  void bodyThatIsNotJsonAndPathThatIsNotThereAreErrors() throws Exception {
    assertThat(call("POST", "/v1/responses", "good", "nonsense").statusCode()).isEqualTo(400);
    assertThat(call("GET", "/v2/anything", "good", "").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/anthropic/anything", "good", "").statusCode()).isEqualTo(404);
  }

  @Test
  void callsAreRemembered() throws Exception {
    call("GET", "/v1/models", "bad", "");
    call("GET", "/v1/models", "good", "");

    assertThat(gateway.calls())
        .containsExactly(
            new EmbeddedGateway.Call("GET", "/v1/models", false),
            new EmbeddedGateway.Call("GET", "/v1/models", true));
  }

  private List<String> events(String path, String list, String object, String field)
      throws IOException, InterruptedException {
    String body = call("POST", path, "good", "{\"stream\":true}").body();
    return body.lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> read(line.substring("data: ".length())))
        .map(event -> ((List<?>) event.get(list)).getFirst())
        .map(choice -> ((Map<?, ?>) ((Map<?, ?>) choice).get(object)).get(field))
        .map(text -> text == null ? "" : text.toString())
        .toList();
  }

  private static Map<String, Object> read(String json) {
    try {
      return Json.read(json);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(gateway.url() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
