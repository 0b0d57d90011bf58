using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Matching;
using Question = Relight.Web.Matching.ProposalsInTheMaking.Question;

namespace Relight.Web.Tests;

/// <summary>A proposal that takes its time is solved apart from the request that asks for it: it tells how far it is, can be stopped, and what was found is what is shown.</summary>
public class ProposalMakingTests
{
    private static readonly Question s_question = new(Id<Operation>.Named("o"), []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_the_same_is_given_the_same_until_the_register_changes()
    {
        using var proposals = new Solver();
        var first = await proposals.Making.Of(s_question, Cancel);
        Assert.Same(first, await proposals.Making.Of(new Question(s_question.Operation, []), Cancel));
        var locked = new Question(s_question.Operation, [new KeptGift(Id<Need>.Named("n"), Id<Offer>.Named("f"), 1)]);
        Assert.NotSame(first, await proposals.Making.Of(locked, Cancel));
        proposals.Position = 2;
        var second = await proposals.Making.Of(s_question, Cancel);
        Assert.NotSame(first, second);
        Assert.True(first.Token.IsCancellationRequested);
        Assert.False(second.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task It_tells_how_far_it_is_and_ends_with_the_best_so_far()
    {
        using var proposals = new Solver();
        var making = await proposals.Making.Of(s_question, Cancel);
        await proposals.Begun;
        Assert.Equal(new AllocationProgress(7, 9, 0.5), making.Progress);
        Assert.False(making.Work.IsCompleted);
        proposals.Making.Stop(s_question);
        Assert.Equal("stopped", Assert.Single((await making.Work).Refusals).Field);
        Assert.Same(making, await proposals.Making.Of(s_question, Cancel));
    }

    [Fact]
    public async Task What_was_found_is_kept_for_a_while_and_solved_anew_when_it_is_forgotten_or_old()
    {
        using var proposals = new Solver();
        var first = await proposals.Making.Of(s_question, Cancel);
        await proposals.Begun;
        proposals.Making.Stop(s_question);
        await first.Work;
        proposals.Making.Forget(s_question);
        var second = await proposals.Making.Of(s_question, Cancel);
        Assert.NotSame(first, second);
        proposals.Making.Stop(s_question);
        await second.Work;
        proposals.Clock.Now += ProposalsInTheMaking.Keeps / 2;
        Assert.Same(second, await proposals.Making.Of(s_question, Cancel));
        proposals.Clock.Now += ProposalsInTheMaking.Keeps;
        Assert.NotSame(second, await proposals.Making.Of(s_question, Cancel));
    }

    [Fact]
    public async Task What_failed_is_not_kept()
    {
        var fails = true;
        using var proposals = new ProposalsInTheMaking(
            (_, _, _) => fails ? Task.FromException<Proposed>(new InvalidOperationException("no database")) : Task.FromResult(new Proposed(null, [])), (_, _) => Task.FromResult(1L), TimeProvider.System);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await proposals.Of(s_question, Cancel)).Work);
        fails = false;
        Assert.Empty((await (await proposals.Of(s_question, Cancel)).Work).Refusals);
    }

    /// <summary>Solves until it is stopped.</summary>
    private sealed class Solver : IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Solver() => Making = new ProposalsInTheMaking(Solve, (_, _) => Task.FromResult(Position), Clock);

        public ProposalsInTheMaking Making { get; }

        public StillClock Clock { get; } = new();

        public long Position { get; set; } = 1;

        public Task Begun => _begun.Task;

        public void Dispose() => Making.Dispose();

        private async Task<Proposed> Solve(Question question, IProgress<AllocationProgress> progress, CancellationToken cancel)
        {
            progress.Report(new AllocationProgress(7, 9, 0.5));
            _begun.TrySetResult();
            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (cancel.Register(stopped.SetResult))
                await stopped.Task;
            return new Proposed(null, [new Refusal("stopped", null, "is the best so far")]);
        }
    }

    /// <summary>A clock that stands still until it is put forward.</summary>
    private sealed class StillClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2022, 12, 12, 6, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
