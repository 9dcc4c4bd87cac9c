package dev.smartdoctor.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class MigrationOrderTest {
    @Inject
    Flyway flyway;
    @Inject
    Pool pool;

    @Test
    void whatThePlatformAddsReachesDatabasesThatHaveTheServicesOwnMigrations() {
        Flyway installed = Flyway.configure().configuration(flyway.getConfiguration()).schemas("installed")
                .defaultSchema("installed").load();
        installed.migrate();
        pool.query("DELETE FROM installed.flyway_schema_history WHERE version = '003'").executeAndAwait();
        pool.query("ALTER TABLE installed.outbox DROP COLUMN offered_groups").executeAndAwait();

        installed.migrate();
        assertThat(installed.info().pending()).isEmpty();
        assertThat(pool.query("SELECT offered_groups FROM installed.outbox").executeAndAwait().size()).isZero();
    }
}
