package org.stepbridge.web;

import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.RejectReadings;
import org.stepbridge.casework.RejectReports;

/** Gives out the reports of rejected rows. They quote the rows, so that it is audited. */
@Controller
class RejectsPage {
    private final RejectReadings readings;
    private final RejectReports reports;
    private final Sight sight;

    RejectsPage(RejectReadings readings, RejectReports reports, Sight sight) {
        this.readings = readings;
        this.reports = reports;
        this.sight = sight;
    }

    @GetMapping("/feeds/files/{id}/rejects")
    ResponseEntity<Resource> rejects(@PathVariable("id") long id) {
        Path report = readings.open(id, sight.authorities(), sight.viewer().actor())
                .flatMap(reports::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(CsvText.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("file-" + id + ".report.csv")
                                .build()
                                .toString())
                .body(new FileSystemResource(report));
    }
}
