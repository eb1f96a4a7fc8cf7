-- The views that feeds.yaml reads. Nothing in here needs changing: what is local is in 1-local.sql. Every join keeps its
-- left side, for a request whose person or worker is missing must not be lost.

-- The person as staff know him or her. -1 means "none" in HDM; the feed's nullWords know that.
CREATE VIEW stepbridge.person AS
SELECT
    DIM_PERSON_ID,
    CAST(LEGACY_ID AS varchar(48)) AS LEGACY_ID,
    CAST(NHS_NUMBER AS varchar(48)) AS NHS_NUMBER,
    CAST(UPN AS varchar(48)) AS UPN,
    SURNAME,
    FORENAME,
    CAST(BIRTH_DTTM AS date) AS BORN,
    DUPLICATED_DTTM
FROM HDM.Child_Social.DIM_PERSON
WHERE DIM_PERSON_ID <> -1
GO

-- The worker who is allocated now, one for each person.
CREATE VIEW stepbridge.allocated AS
SELECT
    I.DIM_PERSON_ID,
    CONCAT(W.FORENAME, ' ', W.SURNAME) AS WORKER,
    I.FACT_WORKER_HISTORY_DEPARTMENT_DESC AS TEAM
FROM HDM.Child_Social.FACT_INVOLVEMENTS I
JOIN (
    SELECT MAX(FACT_INVOLVEMENTS_ID) AS LATEST
    FROM HDM.Child_Social.FACT_INVOLVEMENTS
    WHERE IS_ALLOCATED_CW_FLAG IN ('Y', 'YES', 'TRUE', '1') AND END_DTTM IS NULL
    GROUP BY DIM_PERSON_ID
) L ON L.LATEST = I.FACT_INVOLVEMENTS_ID
JOIN HDM.Child_Social.DIM_WORKER W ON W.DIM_WORKER_ID = I.DIM_WORKER_ID
WHERE W.DIM_WORKER_ID <> -1
GO

CREATE VIEW stepbridge.transfers AS
SELECT
    F.FACT_FORM_ID AS TransferID,
    A.TransferType,
    A.EvidenceBased,
    A.Programme,
    P.LEGACY_ID AS LCSPersonID,
    P.LEGACY_ID AS EHMPersonID,
    P.NHS_NUMBER AS NHSNumber,
    P.UPN,
    P.SURNAME AS Surname,
    P.FORENAME AS Forename,
    P.BORN AS DateOfBirth,
    A.Locality,
    A.RequestedAt,
    COALESCE(A.SocialWorker, W.WORKER) AS SocialWorker,
    A.SocialWorkerEmail,
    COALESCE(A.Team, W.TEAM) AS Team,
    A.TeamManager,
    A.WorkRequired,
    A.DesiredOutcomes,
    A.PlanType,
    A.ConsentObtained,
    P.DUPLICATED_DTTM AS PersonMergedAt,
    F.LOADED_DTTM AS LoadedAt
FROM stepbridge.local_form F
LEFT JOIN (
    SELECT
        FACT_FORM_ID,
        MAX(CASE WHEN FIELD = 'TransferType' THEN ANSWER END) AS TransferType,
        MAX(CASE WHEN FIELD = 'EvidenceBased' THEN ANSWER END) AS EvidenceBased,
        MAX(CASE WHEN FIELD = 'Programme' THEN ANSWER END) AS Programme,
        MAX(CASE WHEN FIELD = 'Locality' THEN ANSWER END) AS Locality,
        MAX(CASE WHEN FIELD = 'RequestedAt' THEN ANSWER END) AS RequestedAt,
        MAX(CASE WHEN FIELD = 'SocialWorker' THEN ANSWER END) AS SocialWorker,
        MAX(CASE WHEN FIELD = 'SocialWorkerEmail' THEN ANSWER END) AS SocialWorkerEmail,
        MAX(CASE WHEN FIELD = 'Team' THEN ANSWER END) AS Team,
        MAX(CASE WHEN FIELD = 'TeamManager' THEN ANSWER END) AS TeamManager,
        MAX(CASE WHEN FIELD = 'WorkRequired' THEN ANSWER END) AS WorkRequired,
        MAX(CASE WHEN FIELD = 'DesiredOutcomes' THEN ANSWER END) AS DesiredOutcomes,
        MAX(CASE WHEN FIELD = 'PlanType' THEN ANSWER END) AS PlanType,
        MAX(CASE WHEN FIELD = 'ConsentObtained' THEN ANSWER END) AS ConsentObtained
    FROM stepbridge.local_answer
    GROUP BY FACT_FORM_ID
) A ON A.FACT_FORM_ID = F.FACT_FORM_ID
LEFT JOIN stepbridge.person P ON P.DIM_PERSON_ID = F.DIM_PERSON_ID
LEFT JOIN stepbridge.allocated W ON W.DIM_PERSON_ID = F.DIM_PERSON_ID
WHERE F.KIND = 'transfer'
GO

CREATE VIEW stepbridge.stepups AS
SELECT
    F.FACT_FORM_ID AS StepUpID,
    P.LEGACY_ID AS EHMPersonID,
    P.LEGACY_ID AS LCSPersonID,
    P.NHS_NUMBER AS NHSNumber,
    P.UPN,
    P.SURNAME AS Surname,
    P.FORENAME AS Forename,
    P.BORN AS DateOfBirth,
    A.Locality,
    A.RequestedAt,
    A.RaisedBy,
    A.RaisedByRole,
    A.RaisedByEmail,
    A.AgreedBy,
    A.AgreedByRole,
    A.AgreedWith,
    A.AgreedWithRole,
    A.AgreedAt,
    A.Agreement,
    A.Concerns,
    A.ImmediateSafety,
    A.PhonedMASHAt,
    A.ParentsInformed,
    A.ReasonNotInformed,
    A.LevelOfNeed,
    P.DUPLICATED_DTTM AS PersonMergedAt,
    F.LOADED_DTTM AS LoadedAt
FROM stepbridge.local_form F
LEFT JOIN (
    SELECT
        FACT_FORM_ID,
        MAX(CASE WHEN FIELD = 'Locality' THEN ANSWER END) AS Locality,
        MAX(CASE WHEN FIELD = 'RequestedAt' THEN ANSWER END) AS RequestedAt,
        MAX(CASE WHEN FIELD = 'RaisedBy' THEN ANSWER END) AS RaisedBy,
        MAX(CASE WHEN FIELD = 'RaisedByRole' THEN ANSWER END) AS RaisedByRole,
        MAX(CASE WHEN FIELD = 'RaisedByEmail' THEN ANSWER END) AS RaisedByEmail,
        MAX(CASE WHEN FIELD = 'AgreedBy' THEN ANSWER END) AS AgreedBy,
        MAX(CASE WHEN FIELD = 'AgreedByRole' THEN ANSWER END) AS AgreedByRole,
        MAX(CASE WHEN FIELD = 'AgreedWith' THEN ANSWER END) AS AgreedWith,
        MAX(CASE WHEN FIELD = 'AgreedWithRole' THEN ANSWER END) AS AgreedWithRole,
        MAX(CASE WHEN FIELD = 'AgreedAt' THEN ANSWER END) AS AgreedAt,
        MAX(CASE WHEN FIELD = 'Agreement' THEN ANSWER END) AS Agreement,
        MAX(CASE WHEN FIELD = 'Concerns' THEN ANSWER END) AS Concerns,
        MAX(CASE WHEN FIELD = 'ImmediateSafety' THEN ANSWER END) AS ImmediateSafety,
        MAX(CASE WHEN FIELD = 'PhonedMASHAt' THEN ANSWER END) AS PhonedMASHAt,
        MAX(CASE WHEN FIELD = 'ParentsInformed' THEN ANSWER END) AS ParentsInformed,
        MAX(CASE WHEN FIELD = 'ReasonNotInformed' THEN ANSWER END) AS ReasonNotInformed,
        MAX(CASE WHEN FIELD = 'LevelOfNeed' THEN ANSWER END) AS LevelOfNeed
    FROM stepbridge.local_answer
    GROUP BY FACT_FORM_ID
) A ON A.FACT_FORM_ID = F.FACT_FORM_ID
LEFT JOIN stepbridge.person P ON P.DIM_PERSON_ID = F.DIM_PERSON_ID
WHERE F.KIND = 'step-up'
GO

CREATE VIEW stepbridge.notes AS
SELECT
    N.FACT_CASENOTE_ID AS NoteID,
    P.LEGACY_ID AS EHMPersonID,
    P.LEGACY_ID AS LCSPersonID,
    P.NHS_NUMBER AS NHSNumber,
    P.UPN,
    P.SURNAME AS Surname,
    P.FORENAME AS Forename,
    P.BORN AS DateOfBirth,
    T.LABEL AS NoteType,
    CAST(N.EVENT_DTTM AS date) AS NoteDate,
    L.RECORDED_DTTM AS RecordedAt,
    CONCAT(W.FORENAME, ' ', W.SURNAME) AS Author,
    W.JOB_TITLE AS AuthorRole,
    L.SUBJECT AS Subject,
    L.NOTE_TEXT AS Text,
    L.LOADED_DTTM AS LoadedAt
FROM HDM.Child_Social.FACT_CASENOTES N
JOIN stepbridge.local_note_type T ON T.CODE = N.DIM_LOOKUP_CASNT_TYPE_ID_CODE
LEFT JOIN stepbridge.local_note L ON L.FACT_CASENOTE_ID = N.FACT_CASENOTE_ID
LEFT JOIN stepbridge.person P ON P.DIM_PERSON_ID = N.DIM_PERSON_ID
LEFT JOIN HDM.Child_Social.DIM_WORKER W ON W.DIM_WORKER_ID = L.AUTHOR_WORKER_ID AND W.DIM_WORKER_ID <> -1
GO

CREATE VIEW stepbridge.merges AS
SELECT
    P.LEGACY_ID AS LCSPersonID,
    P.LEGACY_ID AS EHMPersonID,
    S.LEGACY_ID AS IntoLCSPersonID,
    S.LEGACY_ID AS IntoEHMPersonID,
    CAST(P.DUPLICATED_DTTM AS date) AS MergedOn,
    M.LOADED_DTTM AS LoadedAt
FROM stepbridge.person P
JOIN stepbridge.local_merge M ON M.DIM_PERSON_ID = P.DIM_PERSON_ID
LEFT JOIN stepbridge.person S ON S.DIM_PERSON_ID = M.INTO_PERSON_ID
WHERE P.DUPLICATED_DTTM IS NOT NULL
GO

-- What meets deadlines: supervisions and visits among the case notes, allocations, referrals, early help episodes.
CREATE VIEW stepbridge.records AS
SELECT
    R.RecordID,
    R.System,
    R.RecordType,
    R.HappenedAt,
    P.LEGACY_ID AS LCSPersonID,
    P.LEGACY_ID AS EHMPersonID,
    R.LoadedAt
FROM (
    SELECT
        CONCAT('NOTE-', N.FACT_CASENOTE_ID) AS RecordID,
        T.SYSTEM AS System,
        T.LABEL AS RecordType,
        N.EVENT_DTTM AS HappenedAt,
        L.LOADED_DTTM AS LoadedAt,
        N.DIM_PERSON_ID
    FROM HDM.Child_Social.FACT_CASENOTES N
    JOIN stepbridge.local_record_note T ON T.CODE = N.DIM_LOOKUP_CASNT_TYPE_ID_CODE
    LEFT JOIN stepbridge.local_note L ON L.FACT_CASENOTE_ID = N.FACT_CASENOTE_ID
    UNION ALL
    SELECT
        CONCAT('ALLOCATION-', FACT_INVOLVEMENTS_ID), 'LCS', LABEL, START_DTTM, LOADED_DTTM, DIM_PERSON_ID
    FROM stepbridge.local_allocation
    UNION ALL
    SELECT
        CONCAT('REFERRAL-', FACT_REFERRAL_ID), 'LCS', LABEL, REFRL_START_DTTM, LOADED_DTTM, DIM_PERSON_ID
    FROM stepbridge.local_referral
    UNION ALL
    SELECT
        CONCAT('EPISODE-', FACT_CAF_EPISODE_ID), 'EHM', LABEL, EPISODE_START_DTTM, LOADED_DTTM, DIM_PERSON_ID
    FROM stepbridge.local_episode
) R
LEFT JOIN stepbridge.person P ON P.DIM_PERSON_ID = R.DIM_PERSON_ID
GO
