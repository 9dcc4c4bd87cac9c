package dev.smartdoctor.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.ObjectMapperConfig;

/** REST Assured would make a mapper for every request, and search the whole class path for Jackson's modules each time. */
public final class OneObjectMapper implements QuarkusTestBeforeEachCallback {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.config = RestAssured.config().objectMapperConfig(
                ObjectMapperConfig.objectMapperConfig().jackson2ObjectMapperFactory((type, charset) -> MAPPER));
    }
}
