package org.stepbridge.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.DocumentStore;
import org.stepbridge.casework.Sha256;

/** The documents of deliveries in PostgreSQL, each with the hash of its bytes. */
@Component
class JdbcDocumentStore implements DocumentStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcDocumentStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public List<Document> kept(UUID delivery) {
        return jdbc.sql("select * from delivery_document where delivery_id = ? order by position")
                .param(delivery)
                .query((row, number) -> {
                    byte[] content = row.getBytes("content");
                    if (!Sha256.hex(content).equals(row.getString("content_hash"))) {
                        throw new IllegalStateException("document " + number + " of delivery " + delivery
                                + " is not what was kept; restore the table delivery_document from a backup");
                    }
                    return new Document(
                            row.getString("name"),
                            row.getString("type"),
                            row.getString("extension"),
                            content,
                            row.getString("reason"));
                })
                .list();
    }

    @Override
    public void keep(UUID delivery, List<Document> documents) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < documents.size(); i++) {
                Document document = documents.get(i);
                jdbc.sql("""
                                insert into delivery_document (delivery_id, position, name, type, extension, content, content_hash, reason)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                delivery,
                                i + 1,
                                document.name(),
                                document.type(),
                                document.extension(),
                                document.content(),
                                Sha256.hex(document.content()),
                                document.reason())
                        .update();
            }
        });
    }
}
