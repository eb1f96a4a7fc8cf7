package org.stepbridge.scenarios;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stepbridge.Stepbridge;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.testing.TestDatabase;

/**
 * The whole program with the servers of a council around it: PostgreSQL, Artemis and SMTP. Nothing in it runs by itself:
 * where its routes wait for a moment or a file, the test says when it is.
 */
final class Council implements AutoCloseable {
    private static final String DRIVEN = "direct:driven-";

    final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    final Path home;
    final BenchBroker broker;
    final ConfigurableApplicationContext program;
    final CamelContext camel;
    private final ProducerTemplate template;

    Council(Path folder) throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        broker = new BenchBroker(folder.resolve("broker"));
        mail.start();
        SpringApplication application = new SpringApplication(Stepbridge.class, Driven.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        program = application.run(
                "--stepbridge.home=" + home,
                "--camel.main.auto-startup=false",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.org.stepbridge=WARN",
                "--logging.level.org.apache.camel=WARN",
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.artemis.broker-url=" + broker.url(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort());
        camel = program.getBean(CamelContext.class);
        template = camel.createProducerTemplate();
        drive();
    }

    <T> T part(Class<T> type) {
        return program.getBean(type);
    }

    /** Lets a route that waits for its moment run once, to its end. */
    void run(String route) {
        template.sendBody(DRIVEN + route, null);
    }

    private void drive() throws Exception {
        List<String> waiting = new ArrayList<>();
        for (var route : ((ModelCamelContext) camel).getRouteDefinitions()) {
            if (route.getInput().getEndpointUri().startsWith("scheduler:")
                    && !Boolean.TRUE.equals(route.isTemplate())) {
                waiting.add(route.getRouteId());
            }
        }
        for (String id : waiting) {
            AdviceWith.adviceWith(camel, id, route -> route.replaceFromWith(DRIVEN + id));
            camel.getRouteController().startRoute(id);
        }
        camel.getRouteController().startRoute("send-hub-batch");
    }

    @Override
    public void close() {
        SpringApplication.exit(program);
        mail.stop();
        broker.close();
    }

    /** What a test puts in the place of the program's own. */
    static class Driven {
        @Bean
        @Primary
        HandClock handClock() {
            return new HandClock();
        }

        @Bean
        @Primary
        LivePacks livePacks() {
            return new LivePacks();
        }
    }
}
