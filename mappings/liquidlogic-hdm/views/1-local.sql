-- What only the council can say. Every line marked CONFIRM names a table, column, code or label that is not public and
-- may differ here; the DBA puts the real one in its place. The views of 2-views.sql stay as they are.
-- Run in a database beside HDM, such as HDM_Local. GO separates batches, as in sqlcmd and Management Studio.
CREATE SCHEMA stepbridge
GO

-- The forms that ask for a transfer or raise a step-up, and when each was last loaded or changed.
CREATE VIEW stepbridge.local_form AS
SELECT
    F.FACT_FORM_ID,
    F.DIM_PERSON_ID,
    CASE T.TEMPLATE
        WHEN 'Transfer to Early Help' THEN 'transfer'                 -- CONFIRM: the template's description
        WHEN 'Step up to Children''s Social Care' THEN 'step-up'      -- CONFIRM
    END AS KIND,
    F.UPDATED_DTTM AS LOADED_DTTM                                     -- CONFIRM: see "The watermark" in README.md
FROM HDM.Child_Social.FACT_FORMS F
JOIN (
    SELECT FACT_FORM_ID, MAX(DIM_ASSESSMENT_TEMPLATE_ID_DESC) AS TEMPLATE
    FROM HDM.Child_Social.FACT_FORM_ANSWERS
    WHERE DIM_ASSESSMENT_TEMPLATE_ID_DESC IN ('Transfer to Early Help', 'Step up to Children''s Social Care') -- CONFIRM
    GROUP BY FACT_FORM_ID
) T ON T.FACT_FORM_ID = F.FACT_FORM_ID
GO

-- Which answer is which field. Left: the form's own question (ANSWER_NO). Right: do not change.
CREATE VIEW stepbridge.local_answer AS
SELECT
    A.FACT_FORM_ID,
    CASE A.ANSWER_NO                                                  -- CONFIRM: every word on the left
        WHEN 'transferType' THEN 'TransferType'
        WHEN 'evidenceBased' THEN 'EvidenceBased'
        WHEN 'programme' THEN 'Programme'
        WHEN 'locality' THEN 'Locality'
        WHEN 'requestedAt' THEN 'RequestedAt'
        WHEN 'socialWorker' THEN 'SocialWorker'
        WHEN 'socialWorkerEmail' THEN 'SocialWorkerEmail'
        WHEN 'team' THEN 'Team'
        WHEN 'teamManager' THEN 'TeamManager'
        WHEN 'workRequired' THEN 'WorkRequired'
        WHEN 'desiredOutcomes' THEN 'DesiredOutcomes'
        WHEN 'planType' THEN 'PlanType'
        WHEN 'consent' THEN 'ConsentObtained'
        WHEN 'raisedBy' THEN 'RaisedBy'
        WHEN 'raisedByRole' THEN 'RaisedByRole'
        WHEN 'raisedByEmail' THEN 'RaisedByEmail'
        WHEN 'agreedBy' THEN 'AgreedBy'
        WHEN 'agreedByRole' THEN 'AgreedByRole'
        WHEN 'agreedWith' THEN 'AgreedWith'
        WHEN 'agreedWithRole' THEN 'AgreedWithRole'
        WHEN 'agreedAt' THEN 'AgreedAt'
        WHEN 'agreement' THEN 'Agreement'
        WHEN 'concerns' THEN 'Concerns'
        WHEN 'immediateSafety' THEN 'ImmediateSafety'
        WHEN 'phonedMashAt' THEN 'PhonedMASHAt'
        WHEN 'parentsInformed' THEN 'ParentsInformed'
        WHEN 'reasonNotInformed' THEN 'ReasonNotInformed'
        WHEN 'levelOfNeed' THEN 'LevelOfNeed'
    END AS FIELD,
    A.ANSWER
FROM HDM.Child_Social.FACT_FORM_ANSWERS A
GO

-- What a note says, who wrote it, when it was recorded and when it was loaded.
CREATE VIEW stepbridge.local_note AS
SELECT
    N.FACT_CASENOTE_ID,
    N.DIM_CREATED_BY_WORKER_ID AS AUTHOR_WORKER_ID,                   -- CONFIRM
    N.CREATED_DTTM AS RECORDED_DTTM,                                  -- CONFIRM: when it was written, not EVENT_DTTM
    N.UPDATED_DTTM AS LOADED_DTTM,                                    -- CONFIRM: see "The watermark" in README.md
    N.TITLE AS SUBJECT,                                               -- CONFIRM
    N.NOTE_TEXT                                                       -- CONFIRM
FROM HDM.Child_Social.FACT_CASENOTES N
GO

-- The kinds of early help note that can evidence a discussion, and those that can contradict it. All others stay out.
CREATE VIEW stepbridge.local_note_type AS
SELECT 'GEN' AS CODE, 'General Note' AS LABEL                         -- CONFIRM
UNION ALL SELECT 'HVIS', 'Home Visit'                                 -- CONFIRM
GO

-- Which record a merged person became part of, and when that was loaded or last changed. The mark itself is public, where
-- the survivor stands is not: while it is NULL, a person is asked about each request of a merged record.
CREATE VIEW stepbridge.local_merge AS
SELECT
    DIM_PERSON_ID,
    CAST(NULL AS int) AS INTO_PERSON_ID,                              -- CONFIRM: the survivor's DIM_PERSON_ID, if it is kept
    DUPLICATED_DTTM AS LOADED_DTTM                                    -- CONFIRM: see "The watermark" in README.md
FROM HDM.Child_Social.DIM_PERSON
WHERE DUPLICATED_DTTM IS NOT NULL
GO

-- The case notes that are records of the protocol: in which system each kind is written, and what the protocol calls it.
CREATE VIEW stepbridge.local_record_note AS
SELECT 'JSUP' AS CODE, 'LCS' AS SYSTEM, 'Joint Supervision' AS LABEL  -- CONFIRM
UNION ALL SELECT 'EHJSUP', 'EHM', 'Joint Supervision'                 -- CONFIRM
UNION ALL SELECT 'JVIS', 'EHM', 'Joint Visit'                         -- CONFIRM
GO

-- What an early help episode, a referral and an allocation are to the protocol, and when each was loaded. Only what a
-- deadline of the pack asks for (its records) changes anything; take out what the council does not want to count.
CREATE VIEW stepbridge.local_episode AS
SELECT
    FACT_CAF_EPISODE_ID,
    DIM_PERSON_ID,
    'Early Help Episode' AS LABEL,                                    -- CONFIRM
    EPISODE_START_DTTM,
    UPDATED_DTTM AS LOADED_DTTM                                       -- CONFIRM: see "The watermark" in README.md
FROM HDM.Child_Social.FACT_CAF_EPISODE
GO

CREATE VIEW stepbridge.local_referral AS
SELECT
    FACT_REFERRAL_ID,
    DIM_PERSON_ID,
    'Referral' AS LABEL,                                              -- CONFIRM
    REFRL_START_DTTM,
    UPDATED_DTTM AS LOADED_DTTM                                       -- CONFIRM: see "The watermark" in README.md
FROM HDM.Child_Social.FACT_REFERRALS
GO

CREATE VIEW stepbridge.local_allocation AS
SELECT
    FACT_INVOLVEMENTS_ID,
    DIM_PERSON_ID,
    'Allocation' AS LABEL,                                            -- CONFIRM
    START_DTTM,
    UPDATED_DTTM AS LOADED_DTTM                                       -- CONFIRM: see "The watermark" in README.md
FROM HDM.Child_Social.FACT_INVOLVEMENTS
WHERE IS_ALLOCATED_CW_FLAG IN ('Y', 'YES', 'TRUE', '1')
GO
