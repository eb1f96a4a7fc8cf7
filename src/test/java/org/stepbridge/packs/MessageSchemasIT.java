package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of what leaves the program take what the outer contract promises and nothing less. */
class MessageSchemasIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FLAGS = "[{'code':'vague-work','clause':'ROT-4','text':'Vague.'}]";
    private static final String CHILD = "{'lcsPersonId':'L1','ehmPersonId':null,'nhsNumber':'9434765919',"
            + "'surname':'A','forename':'B','dateOfBirth':'2015-03-14'}";
    private static final String HUB = "{'schemaVersion':'1','reference':'ROT-2026-000123','authority':'rotherham',"
            + "'transferId':'TR1','programme':'Triple P Teen','child':" + CHILD + ",'locality':'North',"
            + "'requestedAt':'2026-11-16T09:20:00Z','requestedBy':{'name':'T','email':'','team':'','teamManager':''},"
            + "'workRequired':'w','desiredOutcomes':'','evidence':{'noteId':'GN1','noteDate':'2026-11-12',"
            + "'author':'S','agreedText':'agreed'},'flags':" + FLAGS + "}";
    private static final String MASH = "{'schemaVersion':'1','reference':'ROT-2026-000123','authority':'rotherham',"
            + "'stepUpId':'SU1','agreement':'STEP-UP','urgent':false,'raisedAt':'2026-11-17T12:10:00Z',"
            + "'raisedBy':{'name':'N','role':'Senior Practitioner','email':''},"
            + "'agreedWith':{'name':'H','role':'Team Manager','at':null},'child':" + CHILD + ",'locality':'North',"
            + "'levelOfNeed':'4','concerns':'c','immediateSafety':{'flag':'N','phonedMashAt':null},"
            + "'parents':{'informed':'Y','reasonNotInformed':''},'attachments':[{'name':'plan.pdf',"
            + "'type':'application/pdf','bytes':12,'attached':true,'reason':'','file':'attachment-1.pdf'}],"
            + "'flags':" + FLAGS + "}";

    @Test
    void whatTheContractPromisesIsTaken() {
        assertThat(errors("hub-request", HUB)).isEmpty();
        assertThat(errors("mash-referral", MASH)).isEmpty();
        assertThat(errors("hub-request", HUB.replaceAll("'evidence':\\{[^}]*\\}", "'evidence':null")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hub-request | 'programme':'Triple P Teen', | ",
                "hub-request | ROT-2026-000123 | 123",
                "hub-request | 'lcsPersonId':'L1', | ",
                "hub-request | 'noteId':'GN1' | 'noteId':''",
                "hub-request | 'locality':'North' | 'locality':null",
                "hub-request | 'author' | 'autor'",
                "mash-referral | 'agreement':'STEP-UP' | 'agreement':'MAYBE'",
                "mash-referral | 'urgent':false | 'urgent':'N'",
                "mash-referral | 'bytes':12 | 'bytes':-1",
                "mash-referral | attachment-1.pdf | ../plan.pdf",
                "mash-referral | 'phonedMashAt':null | 'phoned':null",
                "mash-referral | 'clause':'ROT-4' | 'klause':'ROT-4'"
            })
    void anythingElseIsNot(String schema, String from, String to) {
        String good = schema.equals("hub-request") ? HUB : MASH;
        String single = from.strip();
        assertThat(good).contains(single);

        assertThat(errors(schema, good.replace(single, to == null ? "" : to.strip())))
                .isNotEmpty();
    }

    private static List<Error> errors(String name, String json) {
        JsonNode source = JSON.readTree(
                Path.of("mappings/schema/" + name + ".schema.json").toFile());
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
        return schema.validate(JSON.readTree(json.replace('\'', '"')));
    }
}
