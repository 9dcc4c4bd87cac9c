package dev.smartdoctor.assistant;

import dev.smartdoctor.platform.settings.SettingsCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, once its settings have been found complete. No model, network or API key is needed for it. */
@QuarkusMain
public final class AssistantServiceMain {

    private AssistantServiceMain() {
    }

    public static void main(String... args) {
        SettingsCheck.forService("assistant-service")
                .required("HTTP_PORT", "MANAGEMENT_PORT", "DATABASE_URL", "DATABASE_USER",
                        "AUTH_SERVICE_URL",
                        "APPOINTMENT_SERVICE_URL")
                .address("REDIS_URL")
                .required("DATABASE_PASSWORD")
                // The database's owner chose it, so its length is not ours to judge.
                .noPlaceholder("DATABASE_PASSWORD")
                .secret("SERVICE_CLIENT_SECRET", "TRIAGE_PROOF_SECRET")
                .key(32, "CLINICAL_TEXT_KEY")
                .noPlaceholder("LLM_API_KEY")
                .orExit();
        Quarkus.run(args);
    }
}
